package dev.sallyport.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theOneThatWasAskedForLastIsShown() {
    Picture first = picture(2, NOON);
    Picture later = picture(1, NOON.plusMillis(1));

    assertThat(later.supersedes(first)).isTrue();
    assertThat(first.supersedes(later)).isFalse();
  }

  @Test
  void ofTwoThatWereAskedForAtOnceTheLaterIdIsShown() {
    assertThat(picture(2, NOON).supersedes(picture(1, NOON))).isTrue();
    assertThat(picture(1, NOON).supersedes(picture(2, NOON))).isFalse();
  }

  @Test
  void oneNeverSupersedesItself() {
    assertThat(picture(1, NOON).supersedes(picture(1, NOON))).isFalse();
  }

  @Test
  void onlyPublicKeysAreShown() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(512, "reports/a.png"));
    assertThatIllegalArgumentException().isThrownBy(() -> of(0, "public/a.png"));
    assertThatIllegalArgumentException().isThrownBy(() -> of(8193, "public/a.png"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(new AttachmentId(new UUID(0, 1)), NOON, new TreeMap<>()));
  }

  @Test
  void evidenceBecomesNoPicture() {
    Subject owner = new Subject("u");
    assertThat(PictureKind.of(new Purpose.Evidence())).isEmpty();
    assertThat(PictureKind.of(new Purpose.Avatar(owner))).contains(PictureKind.AVATAR);
    assertThat(PictureKind.of(new Purpose.Banner(owner))).contains(PictureKind.BANNER);
  }

  private static Picture of(int size, String key) {
    SortedMap<Integer, ObjectKey> assets = new TreeMap<>();
    assets.put(size, new ObjectKey(key));
    return new Picture(new AttachmentId(new UUID(0, 1)), NOON, assets);
  }

  private static Picture picture(long id, Instant at) {
    SortedMap<Integer, ObjectKey> assets = new TreeMap<>();
    assets.put(64, new ObjectKey("public/a-64.jpg"));
    return new Picture(new AttachmentId(new UUID(0, id)), at, assets);
  }
}
