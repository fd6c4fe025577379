package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedArea.Bin;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.domain.report.Triage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What whoever counts reports on maps keeps: each report once, each bin by itself. */
public interface HeatMapContract {
  /** What is counted. */
  MappedArea ARENA = new MappedArea("arena", -1, -1, 1, 1, 256, 256);

  /** On which day. */
  LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** When reports are received. */
  Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** The stores of one deployment, empty. */
  record Opened(ReportStore reports, HeatMapStore heatMaps) {
    ReportId submitted(long seed) {
      ReportSamples samples = new ReportSamples(new Random(seed));
      Report report = samples.report(NOON);
      reports.create(report, samples.digest(), List.of());
      return report.id();
    }
  }

  /** Opens the stores of a deployment. */
  Opened open();

  private static HeatTile tile(int column, int row) {
    return new HeatTile(ARENA, TODAY, Severity.HIGH, new Bin(column, row));
  }

  @Test
  default void aReportCountsOnceHoweverOftenItsEventComes() {
    Opened opened = open();
    ReportId report = opened.submitted(1);
    assertThat(opened.heatMaps().count(report, tile(3, 4))).isTrue();
    assertThat(opened.heatMaps().count(report, tile(3, 4))).isFalse();
    assertThat(opened.heatMaps().count(report, tile(5, 5))).isFalse();
    assertThat(opened.heatMaps().counts(ARENA, TODAY, Severity.HIGH))
        .isEqualTo(Map.of(new Bin(3, 4), 1L));
  }

  @Test
  default void aReportThatIsNotThereDoesNotCount() {
    Opened opened = open();
    assertThat(opened.heatMaps().count(new ReportId(new UUID(0, 1)), tile(0, 0))).isFalse();
    assertThat(opened.heatMaps().counts(ARENA, TODAY, Severity.HIGH)).isEmpty();
  }

  @Test
  default void countsAreKeptByAreaDaySeverityAndBin() {
    Opened opened = open();
    MappedArea coarser = new MappedArea("arena", -1, -1, 1, 1, 128, 256);
    HeatMapStore maps = opened.heatMaps();
    maps.count(opened.submitted(1), tile(0, 0));
    maps.count(opened.submitted(2), tile(255, 255));
    maps.count(opened.submitted(3), tile(255, 255));
    maps.count(opened.submitted(4), tile(255, 0));
    maps.count(
        opened.submitted(5), new HeatTile(ARENA, TODAY.plusDays(1), Severity.HIGH, new Bin(0, 0)));
    maps.count(opened.submitted(6), new HeatTile(ARENA, TODAY, Severity.LOW, new Bin(0, 0)));
    maps.count(opened.submitted(7), new HeatTile(coarser, TODAY, Severity.HIGH, new Bin(0, 0)));
    assertThat(maps.counts(ARENA, TODAY, Severity.HIGH))
        .isEqualTo(Map.of(new Bin(0, 0), 1L, new Bin(255, 0), 1L, new Bin(255, 255), 2L));
    assertThat(maps.counts(ARENA, TODAY.plusDays(1), Severity.HIGH)).hasSize(1);
    assertThat(maps.counts(ARENA, TODAY, Severity.LOW)).hasSize(1);
    assertThat(maps.counts(coarser, TODAY, Severity.HIGH)).hasSize(1);
    assertThat(maps.counts(ARENA, TODAY, Severity.CRITICAL)).isEmpty();
  }

  @Test
  default void nothingIsLostWhenManyCountAtOnce() {
    Opened opened = open();
    AtomicInteger counted = new AtomicInteger();
    List<ReportId> reports = List.of(opened.submitted(1), opened.submitted(2));
    Race.run(n -> {
      boolean now = opened.heatMaps().count(reports.get(n % 2), tile(7, 7));
      return now ? counted.incrementAndGet() : 0;
    });
    assertThat(counted).hasValue(2);
    assertThat(opened.heatMaps().counts(ARENA, TODAY, Severity.HIGH))
        .isEqualTo(Map.of(new Bin(7, 7), 2L));
  }

  @Test
  default void aCountedReportIsTriagedAsEver() {
    Opened opened = open();
    ReportId id = opened.submitted(1);
    opened.heatMaps().count(id, tile(0, 0));
    Report next =
        opened.reports().find(id).orElseThrow().triaged(Triage.Change.to(ReportStatus.TRIAGED));
    assertThat(opened.reports().update(next, List.of()))
        .isEqualTo(new ReportStore.UpdateOutcome.Updated());
    assertThat(opened.heatMaps().count(id, tile(0, 0))).isFalse();
    assertThat(opened.reports().find(id)).contains(next);
  }
}
