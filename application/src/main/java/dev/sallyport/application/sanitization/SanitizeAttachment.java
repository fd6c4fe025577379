package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Settles what an object-created event tells of: binds the first version that arrives, has it
 * judged, and removes every other version unread.
 *
 * <p>May be told the same thing twice, late, out of order, and by two threads at once; may be
 * killed anywhere. Whatever it has done already, it finds in the ledger and goes on from there.
 */
public final class SanitizeAttachment {
  /** A conditional write that lost its race is decided anew; nobody loses this often. */
  private static final int MOST_RACES = 5;

  private final AttachmentLedger ledger;
  private final AttachmentStore store;
  private final Judge judge;
  private final Verdicts verdicts;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public SanitizeAttachment(
      AttachmentLedger ledger,
      AttachmentStore store,
      ScratchSpace scratches,
      ContentInspector inspector,
      SanitizationPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.store = store;
    this.verdicts = new Verdicts(ledger, store, policy, ids, clock, metrics);
    Examiner examiner = new Examiner(store, scratches, inspector, policy, clock, metrics);
    this.judge = new Judge(ledger, examiner, verdicts, policy, clock, metrics);
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Settles one event, or says that it has to come again. */
  public SanitizeOutcome sanitize(ArrivedObject arrived) {
    Optional<AttachmentId> id = AttachmentId.ofQuarantineKey(arrived.key());
    if (id.isEmpty()) {
      // Not a key that anybody was granted: nothing here may read it, and the bucket's lifecycle
      // ends it.
      metrics.count("quarantine.foreign_object");
      return new SanitizeOutcome.Settled();
    }
    for (int race = 0; race < MOST_RACES; race++) {
      ObjectKey key = new ObjectKey(arrived.key());
      Optional<Attachment> found =
          ledger.find(id.get()).filter(attachment -> attachment.quarantineKey().equals(key));
      if (found.isEmpty()) {
        store.deleteQuarantined(key, arrived.version());
        metrics.count("quarantine.ungranted_object");
        return new SanitizeOutcome.Settled();
      }
      Optional<SanitizeOutcome> outcome = step(found.get(), arrived);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new SanitizeOutcome.RetryLater("contention");
  }

  /** Goes one step on; nothing when the attachment has to be looked at again. */
  private Optional<SanitizeOutcome> step(Attachment attachment, ArrivedObject arrived) {
    return switch (attachment.state()) {
      case Granted _ -> bind(attachment, arrived);
      case Quarantined bound when bound.version().equals(arrived.version()) ->
          judge.judge(attachment, bound);
      case Judged judged when judged.version().equals(arrived.version()) ->
          Optional.of(finish(attachment, judged));
      case Quarantined _, Judged _ -> Optional.of(removeUnread(attachment, arrived));
      case Expired _ -> {
        // Its sender was told that it has ended; the bucket's lifecycle ends what came too late.
        metrics.count("quarantine.too_late");
        yield Optional.of(new SanitizeOutcome.Settled());
      }
    };
  }

  private Optional<SanitizeOutcome> bind(Attachment attachment, ArrivedObject arrived) {
    Attachment bound = attachment.bind(arrived.version(), arrived.size(), clock.instant());
    return switch (ledger.update(bound, List.of())) {
      case UpdateOutcome.Updated _ -> judge.judge(bound, (Quarantined) bound.state());
      case UpdateOutcome.Stale _ -> Optional.empty();
    };
  }

  /** Does what a killed predecessor may have left undone after the verdict. */
  private SanitizeOutcome finish(Attachment attachment, Judged judged) {
    verdicts.clear(attachment, judged);
    return new SanitizeOutcome.Settled();
  }

  /** A form that was used again: the first version has won, this one costs its sender. */
  private SanitizeOutcome removeUnread(Attachment attachment, ArrivedObject arrived) {
    Instant now = clock.instant();
    VersionId version = arrived.version();
    ledger.chargeReplay(attachment.id(), version, attachment.account(), arrived.size(), now);
    store.deleteQuarantined(attachment.quarantineKey(), version);
    metrics.count("quarantine.replayed_form");
    return new SanitizeOutcome.Settled();
  }
}
