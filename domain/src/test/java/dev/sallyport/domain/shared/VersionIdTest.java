package dev.sallyport.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionIdTest {
  @Test
  void entityTagIsTheSameWithQuotesAndWithout() {
    assertThat(VersionId.ofEntityTag("\"d41d8\"")).isEqualTo(VersionId.ofEntityTag("d41d8"));
    assertThat(VersionId.ofEntityTag("d41d8").entityTag()).contains("d41d8");
  }

  @Test
  void versionOfAStoreThatKeepsVersionsHasNoEntityTag() {
    assertThat(new VersionId("096fKKXTRTtl3on89fVO").entityTag()).isEmpty();
  }

  @Test
  void tagThatCannotStandInANameIsRefused() {
    assertThatThrownBy(() -> VersionId.ofEntityTag("two words"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
