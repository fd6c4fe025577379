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
  void whatWasOnlyCheckedIsValidatedUntilSomethingIsRemoved() {
    assertThat(Verdict.checked(List.of())).isEqualTo(new Verdict.Validated(List.of()));
    assertThat(Verdict.checked(List.of(removal(Removal.Kind.AUDIO_TAG, 1))))
        .isEqualTo(new Verdict.Disarmed(List.of(removal(Removal.Kind.AUDIO_TAG, 1))));
  }

  @Test
  void anArchiveHasTheLabelOfItsWeakestMemberAndLostWhatAllLost() {
    Verdict clean = new Verdict.Clean();
    Verdict disarmed = new Verdict.Disarmed(List.of(removal(Removal.Kind.EMAIL, 2)));
    Verdict validated = new Verdict.Validated(List.of());
    List<Removal> none = List.of();
    List<Removal> own = List.of(removal(Removal.Kind.ARCHIVE_METADATA, 1));
    assertThat(Verdict.weakest(List.of(), none)).isEqualTo(clean);
    assertThat(Verdict.weakest(List.of(clean, clean), none)).isEqualTo(clean);
    assertThat(Verdict.weakest(List.of(clean), own)).isEqualTo(new Verdict.Disarmed(own));
    assertThat(Verdict.weakest(List.of(disarmed, clean, disarmed), own))
        .isEqualTo(
            new Verdict.Disarmed(
                List.of(
                    removal(Removal.Kind.EMAIL, 4), removal(Removal.Kind.ARCHIVE_METADATA, 1))));
    assertThat(Verdict.weakest(List.of(disarmed, validated), none))
        .isEqualTo(new Verdict.Validated(List.of(removal(Removal.Kind.EMAIL, 2))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Verdict.weakest(List.of(clean, new Verdict.Rejected(ReasonCode.MALWARE)), none));
  }

  @Test
  void nothingOpaquePassesByDefault() {
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    assertThat(policy.accepted())
        .contains(FileType.JPEG, FileType.ZIP, FileType.MINIDUMP)
        .doesNotContainAnyElementsOf(FileType.opaque());
    assertThat(FileType.PDF.refusal()).isEqualTo(ReasonCode.ACTIVE_CONTENT);
    assertThat(FileType.WEBM.refusal()).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
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
    for (FileType type : List.of(FileType.TEXT, FileType.CSV, FileType.JSON, FileType.XML)) {
      assertThat(type.servedAs().value()).isEqualTo("text/plain");
    }
  }

  @Test
  void originalsOfRejectedFilesStayAndOthersGoByDefault() {
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    assertThat(policy.retainsOriginal(new Verdict.Rejected(ReasonCode.MALWARE))).isTrue();
    assertThat(policy.retainsOriginal(new Verdict.Clean())).isFalse();
  }

  private static Removal removal(Removal.Kind kind, long count) {
    return new Removal(kind, count);
  }

  private static Optional<MediaType> type(String value) {
    return Optional.of(new MediaType(value));
  }
}
