package dev.sallyport.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.ProfileText.Fault;
import dev.sallyport.domain.profile.ProfileText.Field;
import dev.sallyport.domain.profile.ProfileText.Flaw;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Subject ADA = new Subject("0a");

  private final Profile profile =
      Profile.first(ADA, new Handle("Ada"), new ProfileText("Ada", ""), NOON);

  @Test
  void theHandleStartsAsTheUserName() {
    assertThat(Handle.candidates("Ada", ADA).getFirst()).isEqualTo(new Handle("Ada"));
    assertThat(Handle.candidates("Ada", ADA)).hasSize(3).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "ME", "update", ".", "..", "a/b", "x?y#z%2F"})
  void aUserNameThatMeansSomethingInAnAddressBecomesAnotherHandle(String username) {
    assertThat(Handle.isPossible(username)).isFalse();
    assertThat(Handle.candidates(username, ADA))
        .isNotEmpty()
        .allMatch(handle -> Handle.isPossible(handle.value()));
  }

  @Test
  void handlesThatLookTheSameAreTheSame() {
    assertThat(new Handle("ADA").key()).isEqualTo(new Handle("ada").key());
    assertThat(new Handle("\uFF21da").key()).isEqualTo(new Handle("ada").key());
    assertThat(new Handle("ada-").key()).isNotEqualTo(new Handle("ada").key());
  }

  @Test
  void theLongestUserNameFits() {
    assertThat(Handle.candidates("x".repeat(128), ADA)).hasSize(3);
    assertThat(Handle.isPossible("x".repeat(Handle.MAX_LENGTH + 1))).isFalse();
    assertThat(Handle.isPossible("")).isFalse();
  }

  @Test
  void blankAndOverLongTextsAreFlaws() {
    assertThat(ProfileText.check(" ", "\n "))
        .containsExactly(
            new Flaw(Field.DISPLAY_NAME, Fault.BLANK), new Flaw(Field.BIO, Fault.BLANK));
    assertThat(ProfileText.check("x".repeat(129), "x".repeat(1001)))
        .containsExactly(
            new Flaw(Field.DISPLAY_NAME, Fault.TOO_LONG), new Flaw(Field.BIO, Fault.TOO_LONG));
    assertThat(ProfileText.check("\uD83D\uDE00".repeat(128), "x".repeat(1000))).isEmpty();
    assertThat(ProfileText.check("x", "")).isEmpty();
  }

  @Test
  void charactersThatTurnTextAroundAreFlaws() {
    assertThat(ProfileText.check("a\u202Eb", "a\u0000"))
        .containsExactly(
            new Flaw(Field.DISPLAY_NAME, Fault.UNPRINTABLE),
            new Flaw(Field.BIO, Fault.UNPRINTABLE));
    assertThat(ProfileText.check("a\nb", "two\nlines"))
        .containsExactly(new Flaw(Field.DISPLAY_NAME, Fault.UNPRINTABLE));
    assertThatIllegalArgumentException().isThrownBy(() -> new ProfileText("", ""));
  }

  @Test
  void theSameTextsMakeNoVersion() {
    assertThat(profile.rewritten(new ProfileText("Ada", ""))).isSameAs(profile);
    assertThat(profile.rewritten(new ProfileText("Ada L.", "x")).version()).isEqualTo(2);
  }

  @Test
  void picturesAndCountsMakeNoVersion() {
    Profile shown = profile.showing(PictureKind.AVATAR, picture(1, NOON));
    assertThat(shown.avatar()).contains(picture(1, NOON));
    assertThat(shown.banner()).isEmpty();
    assertThat(shown.counting(Contribution.COMMENT).activity()).isEqualTo(new Activity(0, 1, 0));
    assertThat(shown.version()).isEqualTo(1);
  }

  @Test
  void aLateAnnouncementNeverBringsAnOldPictureBack() {
    Profile shown = profile.showing(PictureKind.BANNER, picture(2, NOON.plusSeconds(1)));
    assertThat(shown.showing(PictureKind.BANNER, picture(1, NOON))).isSameAs(shown);
    assertThat(shown.showing(PictureKind.BANNER, picture(2, NOON.plusSeconds(1)))).isSameAs(shown);
  }

  private static Picture picture(long id, Instant at) {
    return new Picture(
        new AttachmentId(new UUID(0, id)),
        at,
        new TreeMap<>(Map.of(64, new ObjectKey("public/" + id + ".jpg"))));
  }
}
