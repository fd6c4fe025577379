package dev.sallyport.application.profile;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.profile.port.Notifications;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.profile.port.PictureStore.CleanPicture;
import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.profile.port.RenditionMaker.Made;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.ObjectKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes an upload that has passed the doors into a picture that everybody may see: reads the clean
 * bytes, makes all sizes, stores them, and only then announces them. What was shown before stays
 * until the announcement is heard, and for good when nothing comes of the upload.
 *
 * <p>May be told the same twice, late and by two threads at once, and may be killed anywhere: the
 * same bytes give the same sizes under the same names, and the announcement may be heard twice.
 */
public final class PublishPicture {
  private final AttachmentLedger ledger;
  private final PictureStore store;
  private final ScratchSpace scratches;
  private final RenditionMaker maker;
  private final Notifications notifications;
  private final SanitizationPolicy policy;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and the policy whose deadline it keeps. */
  @Inject
  public PublishPicture(
      AttachmentLedger ledger,
      PictureStore store,
      ScratchSpace scratches,
      RenditionMaker maker,
      Notifications notifications,
      SanitizationPolicy policy,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.store = store;
    this.scratches = scratches;
    this.maker = maker;
    this.notifications = notifications;
    this.policy = policy;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Settles an upload that has come to its end, or says that it has to come again. */
  public PublishOutcome publish(AttachmentId id) {
    Optional<Attachment> found = ledger.find(id);
    if (found.isEmpty()) {
      return new PublishOutcome.Nothing("unknown");
    }
    Attachment attachment = found.get();
    Optional<PictureKind> kind = PictureKind.of(attachment.purpose());
    return kind.isEmpty()
        ? new PublishOutcome.Nothing("evidence")
        : count(publish(attachment, kind.get(), attachment.purpose().owner().orElseThrow()));
  }

  private PublishOutcome publish(Attachment attachment, PictureKind kind, Subject owner) {
    if (!(attachment.state() instanceof AttachmentState.Judged judged)) {
      return new PublishOutcome.Nothing("not_judged");
    }
    Optional<Judgement.Output> output = judged.judgement().output();
    if (output.isEmpty()) {
      return new PublishOutcome.Nothing("rejected");
    }
    Instant begun = clock.instant();
    try {
      return publish(attachment, kind, owner, output.get());
    } catch (DeadlineExceededException e) {
      return new PublishOutcome.RetryLater("timeout");
    } catch (IOException e) {
      return new PublishOutcome.RetryLater("io");
    } finally {
      metrics.time("picture", Duration.between(begun, clock.instant()));
    }
  }

  private PublishOutcome publish(
      Attachment attachment, PictureKind kind, Subject owner, Judgement.Output output)
      throws IOException {
    Deadline deadline = Deadline.after(policy.deadline(), clock);
    Optional<CleanPicture> opened = store.openClean(output.key());
    if (opened.isEmpty()) {
      return new PublishOutcome.Nothing("gone");
    }
    try (CleanPicture clean = opened.get();
        Scratch scratch = scratches.open(output.size())) {
      Content content = fetch(clean, output, scratch, deadline);
      return switch (maker.make(content, output.type(), PictureNames.sizes(kind), deadline)) {
        case Made.Unfit _ -> new PublishOutcome.Nothing("no_picture");
        case Made.Done(List<Rendition> renditions) ->
            announce(attachment, kind, owner, store(kind, owner, renditions));
      };
    }
  }

  /** Copies the bytes whole and makes sure that they are the ones that were judged. */
  private static Content fetch(
      CleanPicture clean, Judgement.Output output, Scratch scratch, Deadline deadline)
      throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long copied = 0;
    for (int n = clean.bytes().read(buffer); n >= 0; n = clean.bytes().read(buffer)) {
      deadline.check();
      copied += n;
      if (copied > output.size().bytes()) {
        throw new CorruptDataException("clean bytes are more than were judged", null);
      }
      scratch.sink().write(buffer, 0, n);
    }
    Content content = scratch.content();
    if (!content.size().equals(output.size()) || !content.sha256().equals(output.sha256())) {
      throw new CorruptDataException("clean bytes are not those that were judged", null);
    }
    return content;
  }

  private SortedMap<Integer, ObjectKey> store(
      PictureKind kind, Subject owner, List<Rendition> renditions) {
    SortedMap<Integer, ObjectKey> assets = new TreeMap<>();
    for (Rendition rendition : renditions) {
      ObjectKey key = PictureNames.key(kind, owner, rendition);
      store.writeAsset(key, rendition);
      assets.put(PictureNames.side(rendition.pixels()), key);
    }
    return assets;
  }

  private PublishOutcome announce(
      Attachment attachment,
      PictureKind kind,
      Subject owner,
      SortedMap<Integer, ObjectKey> assets) {
    Picture picture = new Picture(attachment.id(), attachment.grantedAt(), assets);
    AvatarReady ready = new AvatarReady(owner, kind, picture, clock.instant());
    notifications.announce(ready);
    return new PublishOutcome.Published(ready);
  }

  private PublishOutcome count(PublishOutcome outcome) {
    String word =
        switch (outcome) {
          case PublishOutcome.Published _ -> "published";
          case PublishOutcome.Nothing(String reason) -> reason;
          case PublishOutcome.RetryLater(String reason) -> reason;
        };
    metrics.count("picture.settled", "outcome", word);
    return outcome;
  }
}
