package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Starts to erase a report, or finds that somebody has. */
public final class StartErasure {
  private final ReportStore reports;
  private final ErasureStore erasures;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public StartErasure(ReportStore reports, ErasureStore erasures, Clock clock, Metrics metrics) {
    this.reports = reports;
    this.erasures = erasures;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Returns the erasure of the report, which goes on by itself; the same one however often it is
   * asked for, also after it has ended. Nothing when there never was such a report.
   */
  public Optional<Erasure> start(ReportId id, Subject requestedBy) {
    return reports
        .find(id)
        .flatMap(report -> create(report, requestedBy))
        .or(() -> erasures.find(id));
  }

  private Optional<Erasure> create(Report report, Subject requestedBy) {
    Erasure first =
        Erasure.started(report, requestedBy, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!erasures.create(first)) {
      return Optional.empty();
    }
    metrics.count("erasure.started");
    return Optional.of(first);
  }
}
