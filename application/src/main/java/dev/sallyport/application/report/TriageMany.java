package dev.sallyport.application.report;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Triage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the status of several reports, each by itself and from the version that the caller saw:
 * what becomes of one says nothing of the others.
 */
public final class TriageMany {
  /** Most reports at once: each costs a read and a write. */
  public static final int MAX = 50;

  private final TriageReport triageReport;

  /** Takes the ports and policies that it works with. */
  @Inject
  public TriageMany(TriageReport triageReport) {
    this.triageReport = triageReport;
  }

  /**
   * One wish among several.
   *
   * @param id the report
   * @param expectedVersion what the caller saw
   * @param status what it shall have
   */
  public record Wish(ReportId id, long expectedVersion, ReportStatus status) {}

  /** What became of one wish. */
  public sealed interface Outcome {
    /**
     * It was looked at.
     *
     * @param result what became of it
     */
    record Known(TriageResult result) implements Outcome {}

    /** It was not changed: the store does not answer. */
    record NotTried() implements Outcome {}

    /** It may have been changed. */
    record Unknown() implements Outcome {}
  }

  /**
   * Returns what became of each wish, in their order. When the store does not answer, those that
   * are left are not tried: they would only keep the caller waiting.
   *
   * @param wishes 1 to {@link #MAX}
   * @param caller who is signed in
   * @throws IllegalArgumentException for any other number of wishes
   */
  public List<Outcome> change(List<Wish> wishes, Subject caller) {
    if (wishes.isEmpty() || wishes.size() > MAX) {
      throw new IllegalArgumentException("1 to 50 reports at once");
    }
    List<Outcome> outcomes = new ArrayList<>();
    boolean isAway = false;
    for (Wish wish : wishes) {
      Outcome outcome = isAway ? new Outcome.NotTried() : change(wish, caller);
      isAway = !(outcome instanceof Outcome.Known);
      outcomes.add(outcome);
    }
    return List.copyOf(outcomes);
  }

  private Outcome change(Wish wish, Subject caller) {
    try {
      return new Outcome.Known(
          triageReport.change(
              wish.id(), wish.expectedVersion(), Triage.Change.to(wish.status()), caller));
    } catch (PortUnavailableException e) {
      return new Outcome.NotTried();
    } catch (OutcomeUnknownException e) {
      return new Outcome.Unknown();
    }
  }
}
