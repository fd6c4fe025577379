package dev.sallyport.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.profile.PublishOutcome;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What publishing a picture keeps over the stores of every family. */
public interface PictureContract {
  /** Returns stores, which other tests may share. */
  PictureStores stores();

  @Test
  default void anAvatarThatPassedStandsInAllSizesBeforeItIsAnnounced() {
    PictureBench bench = new PictureBench(stores());
    Subject owner = bench.owner();
    Attachment attachment = bench.clean(new Purpose.Avatar(owner), "me");

    PublishOutcome outcome = bench.publish(attachment);

    assertThat(bench.announced()).hasSize(1);
    AvatarReady ready = bench.announced().getFirst();
    assertThat(outcome).isEqualTo(new PublishOutcome.Published(ready));
    assertThat(ready.subject()).isEqualTo(owner);
    assertThat(ready.kind()).isEqualTo(PictureKind.AVATAR);
    assertThat(ready.picture().attachment()).isEqualTo(attachment.id());
    assertThat(ready.picture().assets()).containsOnlyKeys(64, 256, 512);
    assertNamesHoldHashes(ready.picture().assets());
  }

  @Test
  default void aBannerStandsInItsOwnSizes() {
    PictureBench bench = new PictureBench(stores());
    bench.publish(bench.clean(new Purpose.Banner(bench.owner()), "wide"));

    AvatarReady ready = bench.announced().getFirst();
    assertThat(ready.kind()).isEqualTo(PictureKind.BANNER);
    assertThat(ready.picture().assets()).containsOnlyKeys(750, 1500);
    assertNamesHoldHashes(ready.picture().assets());
  }

  private void assertNamesHoldHashes(SortedMap<Integer, ObjectKey> assets) {
    assets.forEach((side, key) -> {
      byte[] bytes = stores().asset(key).orElseThrow().bytes();
      assertThat(key.value())
          .startsWith("public/")
          .endsWith("/" + Sha256.of(bytes).hex() + "-" + side + ".jpg");
    });
  }

  @Test
  default void addressesDoNotTellTheSubject() {
    PictureBench bench = new PictureBench(stores());
    Subject owner = bench.owner();
    bench.publish(bench.clean(new Purpose.Avatar(owner), "me"));

    assertThat(bench.announced().getFirst().picture().assets().values())
        .noneMatch(key -> key.value().contains(owner.value()));
  }

  @Test
  default void whatDoesNotPassIsNeverAnnounced() {
    PictureBench bench = new PictureBench(stores());
    Purpose avatar = new Purpose.Avatar(bench.owner());

    assertThat(bench.publish(bench.rejected(avatar)))
        .isEqualTo(new PublishOutcome.Nothing("rejected"));
    assertThat(bench.publish(bench.clean(avatar, "no picture")))
        .isEqualTo(new PublishOutcome.Nothing("no_picture"));
    assertThat(bench.publish(bench.bound(avatar)))
        .isEqualTo(new PublishOutcome.Nothing("not_judged"));
    assertThat(bench.publish(bench.clean(new Purpose.Evidence(), "evidence")))
        .isEqualTo(new PublishOutcome.Nothing("evidence"));
    assertThat(bench.announced()).isEmpty();
  }

  @Test
  default void cleanBytesThatWereTakenBackBecomeNoPicture() {
    PictureBench bench = new PictureBench(stores());
    Attachment attachment = bench.clean(new Purpose.Avatar(bench.owner()), "me");
    String digest = Sha256.of("me".getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    stores().attachments().deleteClean(new ObjectKey(attachment.quarantineKey() + "/" + digest));

    assertThat(bench.publish(attachment)).isEqualTo(new PublishOutcome.Nothing("gone"));
    assertThat(bench.announced()).isEmpty();
  }

  @Test
  default void slowWorkIsNoVerdict() {
    PictureBench bench = new PictureBench(stores());
    Attachment attachment = bench.clean(new Purpose.Avatar(bench.owner()), "slow");

    assertThat(bench.publish(attachment)).isEqualTo(new PublishOutcome.RetryLater("timeout"));
  }

  @Test
  default void aFaultAtAnyStepAndARedeliveryEndTheSame() {
    for (Fault fault : Fault.values()) {
      for (int step = fault.next(0); ; step = fault.next(step)) {
        PictureBench bench = new PictureBench(stores());
        Attachment attachment = bench.clean(new Purpose.Avatar(bench.owner()), "me");
        bench.faults().strikeAt(step, fault);
        PublishOutcome outcome = bench.settle(attachment);

        assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
        AvatarReady ready = ((PublishOutcome.Published) outcome).ready();
        assertNamesHoldHashes(ready.picture().assets());
        assertThat(bench.announced())
            .isNotEmpty()
            .allSatisfy(each -> assertThat(each.picture()).isEqualTo(ready.picture()));
        if (!bench.faults().hasStruck()) {
          break;
        }
      }
    }
  }
}
