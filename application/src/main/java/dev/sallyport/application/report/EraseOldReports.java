package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.RetentionPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Starts to erase reports that were kept for long enough, the oldest first, some at a time. */
public final class EraseOldReports {
  /** Most reports of one run. */
  static final int BATCH = 25;

  /** Who asks for it. */
  private static final Subject REQUESTER = new Subject("retention");

  private final ReportStore reports;
  private final StartErasure startErasure;
  private final RetentionPolicy policy;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public EraseOldReports(
      ReportStore reports, StartErasure startErasure, RetentionPolicy policy, Clock clock) {
    this.reports = reports;
    this.startErasure = startErasure;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Starts to erase some of those that are due.
   *
   * @return how many were looked at
   */
  public int erase() {
    return policy.reports().map(this::eraseOlderThan).orElse(0);
  }

  private int eraseOlderThan(Duration age) {
    var due = reports.receivedUntil(clock.instant().minus(age), BATCH);
    for (Report report : due) {
      startErasure.start(report.id(), REQUESTER);
    }
    return due.size();
  }
}
