package dev.sallyport.domain.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.shared.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void whatLostNothingIsClean() {
    assertThat(Verdict.rebuilt(List.of())).isEqualTo(new Verdict.Clean());
    assertThat(Verdict.rebuilt(List.of(new Removal(Removal.Kind.EMAIL, 2))))
        .isEqualTo(new Verdict.Disarmed(List.of(new Removal(Removal.Kind.EMAIL, 2))));
  }

  @Test
  void aRejectedVerdictHasNoCleanBytesAndAServedOneHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Judgement(
                new Verdict.Clean(),
                Optional.empty(),
                SanitizerVersion.CURRENT,
                Set.of(),
                Optional.empty()));
  }

  @Test
  void aDeclarationHasToFitWhatWasFound() {
    assertThat(FileType.JPEG.fits(type("image/jpg"))).isTrue();
    assertThat(FileType.JPEG.fits(type("image/png"))).isFalse();
    assertThat(FileType.JPEG.fits(type("application/octet-stream"))).isTrue();
    assertThat(FileType.JPEG.fits(Optional.empty())).isTrue();
    assertThat(FileType.TEXT.fits(type("application/json"))).isFalse();
    assertThat(FileType.JSON.fits(type("text/plain"))).isTrue();
  }

  @Test
  void textOfEveryKindIsServedAsPlainText() {
    for (FileType type : List.of(FileType.TEXT, FileType.CSV, FileType.JSON)) {
      assertThat(type.servedAs().value()).isEqualTo("text/plain");
    }
  }

  @Test
  void originalsOfRejectedFilesStayAndOthersGoByDefault() {
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    assertThat(policy.retainsOriginal(new Verdict.Rejected(ReasonCode.MALWARE))).isTrue();
    assertThat(policy.retainsOriginal(new Verdict.Clean())).isFalse();
  }

  private static Optional<MediaType> type(String value) {
    return Optional.of(new MediaType(value));
  }
}
