package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Judges an attachment again that has its verdict: examines the retained original, puts the new
 * judgement in the place of the old one, and only then deletes clean bytes that are served no more.
 *
 * <p>May be killed anywhere and be done by two at once: the ledger lets one judgement through, and
 * says to whoever comes later that this job has been here.
 */
final class Rejudge {
  /** A conditional write that lost its race is decided anew; nobody loses this often. */
  private static final int MOST_RACES = 5;

  private final AttachmentLedger ledger;
  private final AttachmentStore store;
  private final Examiner examiner;
  private final Verdicts verdicts;
  private final Clock clock;

  @Inject
  Rejudge(
      AttachmentLedger ledger,
      AttachmentStore store,
      Examiner examiner,
      Verdicts verdicts,
      Clock clock) {
    this.ledger = ledger;
    this.store = store;
    this.examiner = examiner;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /**
   * Judges again on behalf of a job.
   *
   * @param isLastAttempt whether a check that outlasts its deadline decides
   */
  Rejudged rejudge(AttachmentId id, ResanitizeJob job, boolean isLastAttempt) {
    for (int race = 0; race < MOST_RACES; race++) {
      Optional<Attachment> found = ledger.find(id);
      if (found.isEmpty()) {
        return new Rejudged.PassedOver();
      }
      Optional<Rejudged> outcome =
          switch (found.get().state()) {
            case Judged judged -> look(found.get(), judged, job, isLastAttempt);
            case Granted _, Quarantined _, Expired _ -> Optional.of(new Rejudged.PassedOver());
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Rejudged.Waiting("contention");
  }

  private Optional<Rejudged> look(
      Attachment attachment, Judged judged, ResanitizeJob job, boolean isLastAttempt) {
    if (judged.wasRejudgedBy(job.id())) {
      verdicts.clear(attachment, judged);
      return Optional.of(told(attachment, judged));
    }
    if (!job.scope().covers(judged.judgement().sanitizer())) {
      return Optional.of(new Rejudged.PassedOver());
    }
    // Before the only note of it is overwritten.
    judged.leftover().ifPresent(store::deleteClean);
    return switch (examiner.examine(attachment, judged.version())) {
      case Examined.Decided(Judgement judgement) -> record(attachment, judged, judgement, job);
      case Examined.Missing _ -> Optional.of(new Rejudged.WithoutOriginal());
      case Examined.TimedOut _ ->
          isLastAttempt
              ? record(attachment, judged, Examiner.timedOut(), job)
              : Optional.of(new Rejudged.TimedOut());
      case Examined.Undecided _ -> Optional.of(new Rejudged.Waiting("scanner_unavailable"));
      case Examined.Broken _ -> Optional.of(new Rejudged.Waiting("io"));
    };
  }

  private Optional<Rejudged> record(
      Attachment attachment, Judged before, Judgement judgement, ResanitizeJob job) {
    Attachment next =
        attachment.rejudge(standing(before.judgement(), judgement), job.id(), clock.instant());
    Judged judged = (Judged) next.state();
    Rejudged told = told(next, judged);
    UpdateOutcome outcome =
        told instanceof Rejudged.Changed ? verdicts.announce(next) : ledger.update(next, List.of());
    if (outcome instanceof UpdateOutcome.Stale) {
      return Optional.empty();
    }
    if (told instanceof Rejudged.Changed) {
      verdicts.count("attachment.rejudged", judged.judgement().verdict());
    }
    verdicts.clear(next, judged);
    return Optional.of(told);
  }

  /** Returns the newer one, unless it may not replace the older one. */
  private Judgement standing(Judgement older, Judgement newer) {
    if (newer.mayReplace(older)) {
      return newer;
    }
    newer.output().ifPresent(output -> store.deleteClean(output.key()));
    return older;
  }

  private static Rejudged told(Attachment attachment, Judged judged) {
    Rejudgement trace = judged.rejudged().orElseThrow();
    return trace.changed()
        ? new Rejudged.Changed(
            new VerdictChange(
                attachment.id(), trace.previously().orElseThrow(), judged.judgement().given()))
        : new Rejudged.Unchanged();
  }
}
