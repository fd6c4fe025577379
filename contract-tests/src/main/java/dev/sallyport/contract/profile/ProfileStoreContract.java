package dev.sallyport.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.profile.EnsureProfile;
import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.profile.port.ProfileStore.CountOutcome;
import dev.sallyport.application.profile.port.ProfileStore.CreateOutcome;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Activity;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever keeps profiles keeps: one for each user, one user for each handle. */
public interface ProfileStoreContract {
  /** When these users first sign in. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** A user. */
  Subject JANE = new Subject("4a50b1c1-0000-4000-8000-000000000001");

  /** Another one. */
  Subject JOE = new Subject("4a50b1c1-0000-4000-8000-000000000002");

  /** Opens the store of a deployment, empty; the same one within a test. */
  ProfileStore open();

  @Test
  default void aProfileIsFoundByItsUserAndItsHandle() {
    ProfileStore store = open();
    Profile longest =
        Profile.first(
            JANE,
            new Handle("\uD83D\uDE00".repeat(Handle.MAX_LENGTH)),
            new ProfileText("\uD83D\uDE00".repeat(128), "\u20AC\n".repeat(500)),
            NOW);

    assertThat(store.create(longest)).isEqualTo(new CreateOutcome.Created());

    assertThat(store.find(JANE)).contains(longest);
    assertThat(store.findByHandle(longest.handle())).contains(longest);
    assertThat(store.find(JOE)).isEmpty();
    assertThat(store.findByHandle(new Handle("joe"))).isEmpty();
  }

  @Test
  default void aUserHasOneProfile() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));

    assertThat(store.create(profile(JANE, "jane"))).isEqualTo(new CreateOutcome.Exists());
    assertThat(store.create(profile(JANE, "other"))).isEqualTo(new CreateOutcome.Exists());
    assertThat(store.findByHandle(new Handle("other"))).isEmpty();
  }

  @Test
  default void aHandleIsOneUsersHoweverItIsWritten() {
    ProfileStore store = open();
    store.create(profile(JANE, "Jane"));

    assertThat(store.create(profile(JOE, "jANE"))).isEqualTo(new CreateOutcome.HandleTaken());
    assertThat(store.find(JOE)).isEmpty();
    assertThat(store.findByHandle(new Handle("jane"))).contains(profile(JANE, "Jane"));
    assertThat(store.create(profile(JOE, "joe"))).isEqualTo(new CreateOutcome.Created());
  }

  @Test
  default void ofManyWhoWantAHandleAtOnceOneHasIt() {
    ProfileStore store = open();

    List<CreateOutcome> outcomes =
        Race.run(number -> store.create(profile(new Subject("s" + number), "jane")));

    assertThat(outcomes).filteredOn(CreateOutcome.Created.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(CreateOutcome.HandleTaken.class::isInstance)
        .hasSize(Race.THREADS - 1);
  }

  @Test
  default void everybodyWhoSignsInAtOnceGetsOneProfile() {
    ProfileStore store = open();
    EnsureProfile ensure = new EnsureProfile(store, MutableClock.atNoon(), new NoMetrics());

    List<Profile> sameUser = Race.run(_ -> ensure.of(new Principal(JANE, "jane", Set.of())));
    List<Profile> sameName =
        Race.run(number -> ensure.of(new Principal(new Subject("s" + number), "joe", Set.of())));

    assertThat(sameUser).containsOnly(store.find(JANE).orElseThrow());
    assertThat(sameName).extracting(Profile::handle).doesNotHaveDuplicates();
    assertThat(sameName).extracting(Profile::handle).contains(new Handle("joe"));
  }

  @Test
  default void createRefusesWhatIsNoFirstVersion() {
    ProfileStore store = open();
    Profile first = profile(JANE, "jane");

    assertThatThrownBy(() -> store.create(first.rewritten(new ProfileText("x", ""))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.create(first.counting(Contribution.REPORT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.create(first.showing(PictureKind.AVATAR, picture(1, NOW))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.find(JANE)).isEmpty();
  }

  @Test
  default void rewriteStoresTheNextVersionOnly() {
    ProfileStore store = open();
    Profile first = profile(JANE, "jane");
    Profile second = first.rewritten(new ProfileText("Jane", "one"));
    Profile third = second.rewritten(new ProfileText("Jane", ""));

    assertThat(store.rewrite(second)).isFalse();
    store.create(first);
    assertThat(store.rewrite(third)).isFalse();
    assertThat(store.rewrite(second)).isTrue();
    assertThat(store.rewrite(first.rewritten(new ProfileText("late", "")))).isFalse();
    assertThat(store.find(JANE)).contains(second);
    assertThat(store.rewrite(third)).isTrue();
    assertThat(store.find(JANE)).contains(third);
  }

  @Test
  default void aLateOrRepeatedAnnouncementBringsNoOldPictureBack() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));
    Picture old = picture(2, NOW);
    Picture recent = picture(1, NOW.plusMillis(1));

    assertThat(store.show(JANE, PictureKind.AVATAR, old)).isTrue();
    assertThat(store.show(JANE, PictureKind.AVATAR, recent)).isTrue();
    assertThat(store.show(JANE, PictureKind.AVATAR, old)).isFalse();
    assertThat(store.show(JANE, PictureKind.AVATAR, recent)).isFalse();
    assertThat(store.show(JANE, PictureKind.AVATAR, picture(0, NOW.plusMillis(1)))).isFalse();

    Profile shown = store.find(JANE).orElseThrow();
    assertThat(shown.avatar()).contains(recent);
    assertThat(shown.banner()).isEmpty();
    assertThat(shown.version()).isEqualTo(1);
  }

  @Test
  default void inWhateverOrderPicturesComeTheLastGrantedIsShown() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));

    Race.run(
        number -> store.show(JANE, PictureKind.BANNER, picture(number, NOW.plusSeconds(number))));

    assertThat(store.find(JANE).orElseThrow().banner())
        .contains(picture(Race.THREADS - 1, NOW.plusSeconds(Race.THREADS - 1)));
  }

  @Test
  default void nobodysPictureIsShownNowhere() {
    ProfileStore store = open();

    assertThat(store.show(JANE, PictureKind.AVATAR, picture(1, NOW))).isFalse();
    assertThat(store.find(JANE)).isEmpty();
  }

  @Test
  default void anEventIsCountedOnce() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));
    EventId event = new EventId(new UUID(1, 1));

    List<CountOutcome> outcomes =
        Race.run(_ -> store.count(JANE, event, Contribution.COMMENT, NOW));

    assertThat(outcomes).containsOnlyOnce(CountOutcome.COUNTED).contains(CountOutcome.REPEATED);
    assertThat(store.count(JANE, new EventId(new UUID(1, 2)), Contribution.REPORT, NOW))
        .isEqualTo(CountOutcome.COUNTED);
    assertThat(activity(store)).isEqualTo(new Activity(1, 1, 0));
  }

  @Test
  default void aCountedEventIsRememberedLongerThanAQueueKeepsIt() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));
    EventId event = new EventId(new UUID(1, 1));
    store.count(JANE, event, Contribution.TRIAGE, NOW);

    assertThat(store.count(JANE, event, Contribution.TRIAGE, NOW.plus(Duration.ofDays(14))))
        .isEqualTo(CountOutcome.REPEATED);
    assertThat(activity(store)).isEqualTo(new Activity(0, 0, 1));
  }

  @Test
  default void nothingIsCountedForNobody() {
    ProfileStore store = open();
    EventId event = new EventId(new UUID(1, 1));

    assertThat(store.count(JANE, event, Contribution.REPORT, NOW))
        .isEqualTo(CountOutcome.NO_PROFILE);
    store.create(profile(JANE, "jane"));
    assertThat(store.count(JANE, event, Contribution.REPORT, NOW)).isEqualTo(CountOutcome.COUNTED);
  }

  @Test
  default void textsPicturesAndCountsLoseNothingToOneAnother() {
    ProfileStore store = open();
    store.create(profile(JANE, "jane"));

    Race.run(number -> {
      Profile seen = store.find(JANE).orElseThrow();
      store.count(JANE, new EventId(new UUID(2, number)), Contribution.COMMENT, NOW);
      store.show(JANE, PictureKind.AVATAR, picture(number, NOW.plusSeconds(number)));
      return store.rewrite(seen.rewritten(new ProfileText("by " + number, "x")));
    });

    Profile after = store.find(JANE).orElseThrow();
    assertThat(after.activity()).isEqualTo(new Activity(0, Race.THREADS, 0));
    assertThat(after.avatar().orElseThrow().attachment())
        .isEqualTo(new AttachmentId(new UUID(9, Race.THREADS - 1)));
    assertThat(after.version()).isGreaterThan(1);
  }

  private static Activity activity(ProfileStore store) {
    return store.find(JANE).orElseThrow().activity();
  }

  private static Profile profile(Subject subject, String handle) {
    return Profile.first(subject, new Handle(handle), new ProfileText("somebody", ""), NOW);
  }

  private static Picture picture(long id, Instant grantedAt) {
    TreeMap<Integer, ObjectKey> assets = new TreeMap<>();
    for (int size : new int[] {64, 256, 512}) {
      assets.put(size, new ObjectKey("public/avatars/" + id + "-" + size + ".jpg"));
    }
    return new Picture(new AttachmentId(new UUID(9, id)), grantedAt, assets);
  }

  /** Counts nothing. */
  final class NoMetrics implements Metrics {
    @Override
    public void count(String name, String... tags) {}

    @Override
    public void time(String name, Duration took, String... tags) {}
  }
}
