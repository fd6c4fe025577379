package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes decisions known and lets go of what they leave behind; in this order, so that a kill
 * between the two leaves only what anybody who comes by can clear away.
 */
final class Verdicts {
  private final AttachmentLedger ledger;
  private final AttachmentStore store;
  private final SanitizationPolicy policy;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  @Inject
  Verdicts(
      AttachmentLedger ledger,
      AttachmentStore store,
      SanitizationPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.store = store;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Stores a revision that others hear of. */
  UpdateOutcome announce(Attachment ended) {
    Instant now = clock.instant();
    AttachmentJudged event =
        new AttachmentJudged(new EventId(ids.newId()), now, ended.id(), ended.revision());
    return ledger.update(ended, List.of(event));
  }

  /**
   * Deletes what a verdict needs no more: clean bytes of an earlier one, and the original if the
   * policy does not keep it. Does no harm when they are gone.
   */
  void clear(Attachment attachment, Judged judged) {
    judged.leftover().ifPresent(store::deleteClean);
    if (!policy.retainsOriginal(judged.judgement().verdict())) {
      store.deleteQuarantined(attachment.quarantineKey(), judged.version());
    }
  }

  /** Counts a verdict by its label, and by its reason. */
  void count(String name, Verdict verdict) {
    switch (verdict) {
      case Verdict.Clean _ -> metrics.count(name, "verdict", "CLEAN");
      case Verdict.Disarmed _ -> metrics.count(name, "verdict", "DISARMED");
      case Verdict.Validated _ -> metrics.count(name, "verdict", "VALIDATED");
      case Verdict.Rejected(ReasonCode reason) ->
          metrics.count(name, "verdict", "REJECTED", "reason", reason.name());
    }
  }
}
