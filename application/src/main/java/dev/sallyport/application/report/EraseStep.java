package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Brings erasures on by one step each.
 *
 * <p>May be killed anywhere and run twice at once: what is removed was written down before, to
 * remove it again does no harm, and only the conditional write of the erasure goes on to the next.
 */
public final class EraseStep {
  private static final int AT_ONCE = 20;

  private final ErasureStore erasures;
  private final ErasureSearch search;
  private final ErasureHand hand;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public EraseStep(
      ErasureStore erasures,
      ReportStore reports,
      CommentStore comments,
      AttachmentLedger ledger,
      AttachmentStore objects,
      RecentSearchStore searches,
      Outbox outbox,
      List<DeadLetters> deadLetters,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.erasures = erasures;
    ErasureDeadLetters letters = new ErasureDeadLetters(deadLetters);
    this.search = new ErasureSearch(reports, comments, ledger, objects, searches, outbox, letters);
    this.hand =
        new ErasureHand(reports, comments, ledger, objects, searches, outbox, letters, ids, clock);
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Does one step of each erasure that goes on.
   *
   * @return whether another step may go on at once; else there is no erasure, or all have to wait
   */
  public boolean step() {
    boolean more = false;
    for (Erasure erasure : erasures.running(AT_ONCE)) {
      more |= step(erasure);
    }
    return more;
  }

  private boolean step(Erasure erasure) {
    if (!erasure.pending().isEmpty()) {
      erasure.pending().forEach(thing -> hand.remove(erasure, thing));
      erasures.replace(erasure.removed());
      return true;
    }
    Optional<List<ErasedThing>> found = search.find(erasure);
    if (found.isEmpty()) {
      metrics.count("erasure.waiting", "phase", erasure.phase().name());
      return false;
    }
    Erasure next =
        found.get().isEmpty()
            ? erasure.advance(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            : erasure.plan(found.get());
    if (erasures.replace(next) && !next.isRunning()) {
      metrics.count("erasure.done");
    }
    return true;
  }
}
