package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings the bound version of an attachment to its verdict: has it examined, records the verdict,
 * and only then lets go of the original.
 *
 * <p>In this order every kill leaves either nothing new, or clean bytes that nobody can reach yet
 * and that the next attempt writes again under the same key, or a verdict whose original a
 * redelivery deletes.
 */
final class Judge {
  private final AttachmentLedger ledger;
  private final Examiner examiner;
  private final Verdicts verdicts;
  private final SanitizationPolicy policy;
  private final Clock clock;
  private final Metrics metrics;

  @Inject
  Judge(
      AttachmentLedger ledger,
      Examiner examiner,
      Verdicts verdicts,
      SanitizationPolicy policy,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.examiner = examiner;
    this.verdicts = verdicts;
    this.policy = policy;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Judges once; nothing when the attachment has changed meanwhile and has to be looked at again.
   */
  Optional<SanitizeOutcome> judge(Attachment attachment, Quarantined bound) {
    return switch (examiner.examine(attachment, bound.version(), bound.size())) {
      case Examined.Decided(Judgement judgement) -> record(attachment, judgement);
      case Examined.Missing _ -> retry("version_missing");
      case Examined.TimedOut _ -> timedOut(attachment, bound);
      case Examined.Undecided _ -> undecided(attachment, bound);
      case Examined.Broken _ -> retry("io");
    };
  }

  private Optional<SanitizeOutcome> record(Attachment attachment, Judgement judgement) {
    Attachment judged = attachment.judge(judgement, clock.instant());
    if (verdicts.announce(judged) instanceof UpdateOutcome.Stale) {
      return Optional.empty();
    }
    verdicts.count("attachment.judged", judgement.verdict());
    verdicts.clear(judged, (Judged) judged.state());
    return Optional.of(new SanitizeOutcome.Settled());
  }

  private Optional<SanitizeOutcome> timedOut(Attachment attachment, Quarantined bound) {
    if (bound.timeouts() + 1 >= policy.maxAttempts()) {
      return record(attachment, Examiner.timedOut());
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
    return switch (verdicts.announce(attachment.expire(ReasonCode.SCANNER_UNAVAILABLE, now))) {
      case UpdateOutcome.Updated _ -> Optional.of(new SanitizeOutcome.Settled());
      case UpdateOutcome.Stale _ -> Optional.empty();
    };
  }

  private static Optional<SanitizeOutcome> retry(String reason) {
    return Optional.of(new SanitizeOutcome.RetryLater(reason));
  }
}
