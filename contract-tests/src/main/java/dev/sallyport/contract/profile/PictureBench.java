package dev.sallyport.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.profile.PublishOutcome;
import dev.sallyport.application.profile.PublishPicture;
import dev.sallyport.application.profile.port.Notifications;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.contract.sanitization.SimpleContent;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Drives {@link PublishPicture} over the stores of a family, with renditions whose bytes stand in
 * the content, a list of announcements, and faults on demand.
 */
final class PictureBench {
  private final PictureStores stores;
  private final MutableClock clock = MutableClock.atNoon();
  private final FaultInjection faults = new FaultInjection();
  private final AttachmentSamples samples = new AttachmentSamples(new Random(System.nanoTime()));
  private final List<AvatarReady> announced = new ArrayList<>();

  PictureBench(PictureStores stores) {
    this.stores = stores;
    faults.calm();
  }

  FaultInjection faults() {
    return faults;
  }

  List<AvatarReady> announced() {
    return List.copyOf(announced);
  }

  static ByteSource source(byte[] bytes) {
    return new BytesContent(bytes);
  }

  /** Returns somebody whom no other test knows. */
  Subject owner() {
    return new Subject(samples.id().toString());
  }

  /** Grants an upload and binds what arrived. */
  Attachment bound(Purpose purpose) {
    QuotaAccount account = samples.account();
    Attachment granted =
        Attachment.granted(
            samples.id(),
            purpose,
            Declaration.none(),
            false,
            new DataSize(1000),
            account,
            Receipt.ofRandom(new byte[Receipt.BYTES]).hash(),
            clock.instant(),
            Duration.ofMinutes(5));
    Grant grant = new Grant(account, List.of(granted), UploadPolicy.defaults());
    assertThat(stores.ledger().grant(grant, clock.instant())).isEqualTo(new GrantOutcome.Granted());
    Attachment bound = granted.bind(samples.version(), DataSize.ofBytes(9), clock.instant());
    stores.ledger().update(bound, List.of());
    return bound;
  }

  /** Returns an upload that passed, with these clean bytes. */
  Attachment clean(Purpose purpose, String content) {
    Attachment bound = bound(purpose);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Sha256 digest = Sha256.of(bytes);
    Judgement.Output output =
        new Judgement.Output(
            new ObjectKey(bound.quarantineKey() + "/" + digest),
            FileType.JPEG,
            DataSize.ofBytes(bytes.length),
            digest,
            false);
    stores.attachments().writeClean(output, source(bytes));
    return judge(bound, new Verdict.Clean(), Optional.of(output));
  }

  /** Returns an upload that did not pass. */
  Attachment rejected(Purpose purpose) {
    return judge(bound(purpose), new Verdict.Rejected(ReasonCode.MALFORMED), Optional.empty());
  }

  private Attachment judge(Attachment bound, Verdict verdict, Optional<Judgement.Output> output) {
    Attachment judged =
        bound.judge(
            new Judgement(
                verdict,
                Optional.of(Sha256.of(new byte[1])),
                SanitizerVersion.CURRENT,
                Set.of(Check.SIZE),
                output),
            clock.instant());
    stores.ledger().update(judged, List.of());
    return judged;
  }

  PublishOutcome publish(Attachment attachment) {
    return useCase().publish(attachment.id());
  }

  /** Delivers until it is settled, as a queue does, through faults and kills. */
  PublishOutcome settle(Attachment attachment) {
    for (int i = 0; i < 3; i++) {
      try {
        if (!(publish(attachment) instanceof PublishOutcome.RetryLater)) {
          return publish(attachment);
        }
      } catch (PortUnavailableException | OutcomeUnknownException | Fault.Killed redelivered) {
        // The message comes again.
      }
    }
    throw new AssertionError("never settled");
  }

  private PublishPicture useCase() {
    Notifications list = announced::add;
    RenditionMaker maker = PictureBench::renditions;
    return new PublishPicture(
        faults.wrap(AttachmentLedger.class, stores.ledger()),
        faults.wrap(PictureStore.class, stores.pictures()),
        new SimpleContent.Space(),
        faults.wrap(RenditionMaker.class, maker),
        faults.wrap(Notifications.class, list),
        SanitizationPolicy.defaults(),
        clock,
        new NoMetrics());
  }

  private static RenditionMaker.Made renditions(
      Content content, FileType type, List<RenditionSize> sizes, Deadline deadline)
      throws IOException {
    String text = SimpleContent.text(content);
    return switch (text) {
      case "slow" -> throw new DeadlineExceededException();
      case "no picture" -> new RenditionMaker.Made.Unfit(ReasonCode.UNSUPPORTED_TYPE);
      default ->
          new RenditionMaker.Made.Done(
              sizes.stream()
                  .map(size ->
                      new Rendition(size, type, (text + size).getBytes(StandardCharsets.UTF_8)))
                  .toList());
    };
  }

  private static final class NoMetrics implements Metrics {
    @Override
    public void count(String name, String... tags) {}

    @Override
    public void time(String name, Duration took, String... tags) {}
  }
}
