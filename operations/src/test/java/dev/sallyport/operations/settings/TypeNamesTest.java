package dev.sallyport.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import org.junit.jupiter.api.Test;

class TypeNamesTest {
  @Test
  void namesAreReadInAnyCase() {
    assertThat(TypeNames.parse("png, JPEG,text"))
        .containsExactlyInAnyOrder(FileType.PNG, FileType.JPEG, FileType.TEXT);
  }

  @Test
  void defaultStandsForWhatPassesByDefault() {
    assertThat(TypeNames.parse("default")).isEqualTo(SanitizationPolicy.defaults().accepted());
    assertThat(TypeNames.parse("default,pdf"))
        .containsAll(SanitizationPolicy.defaults().accepted())
        .contains(FileType.PDF)
        .doesNotContain(FileType.OFFICE);
  }

  @Test
  void whatIsNoTypeIsRefusedWithTheTypesThatThereAre() {
    for (String wrong : new String[] {"", "png,", "svg", "png;jpeg"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TypeNames.parse(wrong))
          .withMessageContaining("default, jpeg");
    }
  }
}
