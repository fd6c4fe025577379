package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the bound version of an attachment to its verdict: reads exactly that version, inspects
 * it, stores own bytes, records the verdict, and only then lets go of the original.
 *
 * <p>In this order every kill leaves either nothing new, or clean bytes that nobody can reach yet
 * and that the next attempt writes again under the same key, or a verdict whose original a
 * redelivery deletes.
 */
final class Judge {
  private final AttachmentLedger ledger;
  private final AttachmentStore store;
  private final ScratchSpace scratches;
  private final ContentInspector inspector;
  private final SanitizationPolicy policy;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  Judge(
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
    this.scratches = scratches;
    this.inspector = inspector;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Judges once; nothing when the attachment has changed meanwhile and has to be looked at again.
   */
  Optional<SanitizeOutcome> judge(Attachment attachment, Quarantined bound) {
    Instant begun = clock.instant();
    try {
      if (bound.size().exceeds(attachment.maxBytes())) {
        return record(
            attachment,
            bound,
            rejected(ReasonCode.SIZE_MISMATCH, Optional.empty(), Set.of(Check.SIZE)));
      }
      Optional<QuarantinedObject> opened =
          store.openQuarantined(attachment.id().quarantineKey(), bound.version());
      if (opened.isEmpty()) {
        return retry("version_missing");
      }
      try (QuarantinedObject object = opened.get()) {
        return examine(attachment, bound, object);
      }
    } catch (DeadlineExceededException e) {
      return timedOut(attachment, bound);
    } catch (IOException e) {
      // Half-read, or a scratch that failed: says nothing about the content, so it is no verdict.
      return retry("io");
    } finally {
      metrics.time("sanitize", Duration.between(begun, clock.instant()));
    }
  }

  private Optional<SanitizeOutcome> examine(
      Attachment attachment, Quarantined bound, QuarantinedObject object) throws IOException {
    Deadline deadline = Deadline.after(policy.deadline(), clock);
    DataSize room = bound.size();
    try (Scratch original = scratches.open(room);
        Scratch clean = scratches.open(policy.largestOutput(room));
        Scratch again = scratches.open(policy.largestOutput(room))) {
      Content content = fetch(object, bound, original, deadline);
      Inspection inspection =
          inspector.inspect(
              content, attachment.declaration(), object.contentType(), clean, again, deadline);
      return switch (inspection) {
        case Inspection.Passed passed ->
            record(attachment, bound, keep(attachment, content, passed));
        case Inspection.Failed(ReasonCode reason, Set<Check> checks) ->
            record(attachment, bound, rejected(reason, Optional.of(content.sha256()), checks));
        case Inspection.Undecided _ -> undecided(attachment, bound);
      };
    }
  }

  /** Copies the version whole, so that nothing is decided about a part of it. */
  private static Content fetch(
      QuarantinedObject object, Quarantined bound, Scratch original, Deadline deadline)
      throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (int n = object.bytes().read(buffer); n >= 0; n = object.bytes().read(buffer)) {
      deadline.check();
      original.sink().write(buffer, 0, n);
    }
    Content content = original.content();
    if (!content.size().equals(bound.size())) {
      throw new IOException("the version ended early");
    }
    return content;
  }

  private Judgement keep(Attachment attachment, Content source, Inspection.Passed passed) {
    Sha256 digest = passed.bytes().sha256();
    Judgement.Output output =
        new Judgement.Output(
            new ObjectKey(attachment.id().quarantineKey() + "/" + digest),
            passed.type(),
            passed.bytes().size(),
            digest,
            passed.dump());
    store.writeClean(output, passed.bytes());
    return new Judgement(
        passed.verdict(),
        Optional.of(source.sha256()),
        SanitizerVersion.CURRENT,
        passed.checks(),
        Optional.of(output));
  }

  private Optional<SanitizeOutcome> record(
      Attachment attachment, Quarantined bound, Judgement judgement) {
    Instant now = clock.instant();
    Attachment judged = attachment.judge(judgement, now);
    if (update(judged, now) instanceof UpdateOutcome.Stale) {
      return Optional.empty();
    }
    count(judgement.verdict());
    if (!policy.retainsOriginal(judgement.verdict())) {
      store.deleteQuarantined(attachment.id().quarantineKey(), bound.version());
    }
    return Optional.of(new SanitizeOutcome.Settled());
  }

  private Optional<SanitizeOutcome> timedOut(Attachment attachment, Quarantined bound) {
    if (bound.timeouts() + 1 >= policy.maxAttempts()) {
      return record(
          attachment, bound, rejected(ReasonCode.TIMEOUT, Optional.empty(), Set.of(Check.SIZE)));
    }
    return switch (ledger.update(attachment.timedOut(), List.of())) {
      case UpdateOutcome.Updated _ -> retry("timeout");
      case UpdateOutcome.Stale _ -> Optional.empty();
    };
  }

  /**
   * An outage is never a verdict; an attachment that has waited too long for its end is given up in
   * plain sight.
   */
  private Optional<SanitizeOutcome> undecided(Attachment attachment, Quarantined bound) {
    Instant now = clock.instant();
    if (now.isBefore(bound.since().plus(policy.maxWait()))) {
      return retry("scanner_unavailable");
    }
    metrics.count("attachment.expired", "reason", ReasonCode.SCANNER_UNAVAILABLE.name());
    return switch (update(attachment.expire(ReasonCode.SCANNER_UNAVAILABLE, now), now)) {
      case UpdateOutcome.Updated _ -> Optional.of(new SanitizeOutcome.Settled());
      case UpdateOutcome.Stale _ -> Optional.empty();
    };
  }

  private UpdateOutcome update(Attachment ended, Instant now) {
    AttachmentJudged event =
        new AttachmentJudged(new EventId(ids.newId()), now, ended.id(), ended.revision());
    return ledger.update(ended, List.of(event));
  }

  private static Judgement rejected(ReasonCode reason, Optional<Sha256> source, Set<Check> checks) {
    return new Judgement(
        new Verdict.Rejected(reason), source, SanitizerVersion.CURRENT, checks, Optional.empty());
  }

  private void count(Verdict verdict) {
    switch (verdict) {
      case Verdict.Clean _ -> metrics.count("attachment.judged", "verdict", "CLEAN");
      case Verdict.Disarmed _ -> metrics.count("attachment.judged", "verdict", "DISARMED");
      case Verdict.Validated _ -> metrics.count("attachment.judged", "verdict", "VALIDATED");
      case Verdict.Rejected(ReasonCode reason) ->
          metrics.count("attachment.judged", "verdict", "REJECTED", "reason", reason.name());
    }
  }

  private static Optional<SanitizeOutcome> retry(String reason) {
    return Optional.of(new SanitizeOutcome.RetryLater(reason));
  }
}
