package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore.ReplaceOutcome;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings the job that was started first on by one page of attachments.
 *
 * <p>May be killed anywhere and run twice at once. What was judged again is marked with the job in
 * the ledger, and a page counts only with the conditional write that leaves it behind: so every
 * attachment is judged and counted once, however often its page is begun.
 */
public final class ResanitizeStep {
  /** Small, because all changes of a page are written in one transaction with the job. */
  static final int PAGE = 20;

  private static final Duration MOST_TIME = Duration.ofSeconds(20);

  private final ResanitizeJobStore jobs;
  private final AttachmentLedger ledger;
  private final Rejudge rejudge;
  private final SanitizationPolicy policy;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ResanitizeStep(
      ResanitizeJobStore jobs,
      AttachmentLedger ledger,
      AttachmentStore store,
      ScratchSpace scratches,
      ContentInspector inspector,
      SanitizationPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.jobs = jobs;
    this.ledger = ledger;
    Verdicts verdicts = new Verdicts(ledger, store, policy, ids, clock, metrics);
    Examiner examiner = new Examiner(store, scratches, inspector, policy, clock, metrics);
    this.rejudge = new Rejudge(ledger, store, examiner, verdicts, clock);
    this.policy = policy;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Does one step, which ends within 20 seconds and the time that one attachment may take.
   *
   * @return whether another step may go on at once; else there is no job, or it has to wait
   */
  public boolean step() {
    List<ResanitizeJob> running = jobs.running(1, Optional.empty()).items();
    if (running.isEmpty()) {
      return false;
    }
    ResanitizeJob job = running.getFirst();
    try {
      return work(job);
    } catch (RuntimeException e) {
      giveUpIfStuck(job);
      throw e;
    }
  }

  private boolean work(ResanitizeJob job) {
    Page<Attachment> page =
        ledger.listJudged(
            job.scope().since(), job.scope().until(), PAGE, job.cursor().map(PageToken::new));
    ResanitizePage sum = new ResanitizePage();
    Instant end = clock.instant().plus(MOST_TIME);
    for (Attachment attachment : page.items()) {
      boolean isLastAttempt = job.timeouts() + 1 >= policy.maxAttempts();
      Rejudged rejudged = rejudge.rejudge(attachment.id(), job, isLastAttempt);
      sum.add(rejudged);
      // Only after something that the ledger remembers, or the next step would come no further.
      if (isRemembered(rejudged) && clock.instant().isAfter(end)) {
        return true;
      }
    }
    return leave(job, sum, page.next());
  }

  private static boolean isRemembered(Rejudged rejudged) {
    return rejudged instanceof Rejudged.Changed || rejudged instanceof Rejudged.Unchanged;
  }

  private boolean leave(ResanitizeJob job, ResanitizePage page, Optional<PageToken> next) {
    if (page.timedOut()) {
      jobs.replace(job.timedOut(), List.of());
      return false;
    }
    if (page.waiting().isPresent()) {
      metrics.count("resanitize.waiting", "reason", page.waiting().get());
      giveUpIfStuck(job);
      return false;
    }
    ResanitizeJob moved = job.advance(page.counts(), next.map(PageToken::value), clock.instant());
    if (jobs.replace(moved, page.changes()) instanceof ReplaceOutcome.Replaced
        && !moved.isRunning()) {
      metrics.count("resanitize.done");
    }
    return true;
  }

  private void giveUpIfStuck(ResanitizeJob job) {
    Instant now = clock.instant();
    if (now.isAfter(job.movedAt().plus(policy.maxWait()))) {
      jobs.replace(job.fail(now), List.of());
      metrics.count("resanitize.failed");
    }
  }
}
