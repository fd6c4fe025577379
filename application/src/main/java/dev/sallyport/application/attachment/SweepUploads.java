package dev.sallyport.application.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.StoredVersion;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.ObjectKey;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks after attachments that nothing has happened to for too long: a form that was never used
 * expires, an object whose event was lost is put on the queue again, one that nobody could judge in
 * twice the time it may wait is given up.
 */
public final class SweepUploads {
  private static final int PAGE = 100;
  private static final int PAGES = 50;
  private static final Duration NEXT_LOOK = Duration.ofHours(1);

  private final AttachmentLedger ledger;
  private final AttachmentStore store;
  private final SanitizationQueue queue;
  private final SanitizationPolicy policy;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public SweepUploads(
      AttachmentLedger ledger,
      AttachmentStore store,
      SanitizationQueue queue,
      SanitizationPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.store = store;
    this.queue = queue;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Looks at what is due now, a bounded number at a time; what is left is due at the next sweep.
   *
   * @return how many attachments were looked at
   */
  public int sweep() {
    int seen = 0;
    Optional<PageToken> next = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      Page<Attachment> due = ledger.listDue(clock.instant(), PAGE, next);
      due.items().forEach(this::look);
      seen += due.items().size();
      next = due.next();
      if (next.isEmpty()) {
        break;
      }
    }
    return seen;
  }

  private void look(Attachment attachment) {
    Optional<StoredVersion> stored = waiting(attachment);
    if (stored.isPresent() && !isOverdue(attachment)) {
      StoredVersion version = stored.get();
      ObjectKey key = attachment.quarantineKey();
      queue.enqueue(key, version.version(), version.size());
      // Lost races are fine here and below: whoever changed it first has seen to it.
      ledger.update(attachment.postpone(clock.instant().plus(NEXT_LOOK)), List.of());
      metrics.count("upload.requeued");
    } else {
      expire(attachment, stored.isPresent());
    }
  }

  private Optional<StoredVersion> waiting(Attachment attachment) {
    return switch (attachment.state()) {
      case Granted _ -> store.findQuarantined(attachment.quarantineKey());
      case Quarantined bound -> Optional.of(new StoredVersion(bound.version(), bound.size()));
      case Judged _, Expired _ -> Optional.empty();
    };
  }

  private boolean isOverdue(Attachment attachment) {
    return attachment.state() instanceof Quarantined bound
        && clock.instant().isAfter(bound.since().plus(policy.maxWait().multipliedBy(2)));
  }

  private void expire(Attachment attachment, boolean arrived) {
    if (attachment.hasEnded()) {
      return;
    }
    Instant now = clock.instant();
    ReasonCode reason = arrived ? ReasonCode.TIMEOUT : ReasonCode.NEVER_UPLOADED;
    Attachment expired = attachment.expire(reason, now);
    EventId event = new EventId(ids.newId());
    ledger.update(
        expired, List.of(new AttachmentJudged(event, now, attachment.id(), expired.revision())));
    metrics.count("attachment.expired", "reason", reason.name());
  }
}
