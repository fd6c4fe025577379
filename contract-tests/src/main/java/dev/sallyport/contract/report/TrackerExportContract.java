package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.ExportManyToTracker;
import dev.sallyport.application.report.ExportSubmitted;
import dev.sallyport.application.report.ExportToTracker;
import dev.sallyport.application.report.TrackerResult;
import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.IssueTemplate;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.TrackerMapping;
import dev.sallyport.domain.report.TrackerMapping.Mode;
import dev.sallyport.domain.report.TrackerProject;
import dev.sallyport.domain.report.Triage;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What exporting keeps on every family, whatever goes wrong: of one report one issue. */
public interface TrackerExportContract {
  /** The stores of one deployment, empty. */
  record Stores(ReportStore reports, IssueLinkStore links, TrackerMappingStore mappings) {}

  /** Opens the stores of a deployment. */
  Stores stores();

  /** Stores with a tracker beside them. */
  final class Bench {
    private final Stores stores;
    private final MutableClock clock = MutableClock.atNoon();
    private final ScriptedTracker tracker = new ScriptedTracker(clock);
    private final FaultInjection faults = new FaultInjection();
    private final ReportSamples samples = new ReportSamples(new Random(5));

    private Bench(Stores stores) {
      this.stores = stores;
    }

    private ReportId submitted() {
      Report report = samples.report(clock.instant());
      stores.reports().create(report, samples.digest(), List.of());
      return report.id();
    }

    private void map(Mode mode, String type, Optional<String> project) {
      TrackerMapping wished =
          new TrackerMapping(
              mode,
              List.of(),
              project.map(TrackerProject::new),
              type,
              new IssueTemplate("[title]"),
              new IssueTemplate("[description]"),
              List.of(),
              0);
      assertThat(stores.mappings().replace(wished.after(stores.mappings().current()))).isTrue();
    }

    private ExportToTracker export() {
      return export(Optional.of(faults.wrap(IssueTracker.class, tracker)));
    }

    private ExportToTracker export(Optional<IssueTracker> issues) {
      Metrics metrics =
          (Metrics)
              Proxy.newProxyInstance(
                  Metrics.class.getClassLoader(),
                  new Class<?>[] {Metrics.class},
                  (_, _, _) -> null);
      return new ExportToTracker(
          issues,
          faults.wrap(TrackerMappingStore.class, stores.mappings()),
          faults.wrap(ReportStore.class, stores.reports()),
          faults.wrap(IssueLinkStore.class, stores.links()),
          metrics,
          clock);
    }

    private void attempt(ReportId report) {
      try {
        export().export(report);
      } catch (Fault.Killed killed) {
        // Whoever comes next has to make up for it.
      }
    }
  }

  private Bench bench() {
    Bench bench = new Bench(stores());
    bench.map(Mode.MANUAL, "Bug", Optional.of("DEMO"));
    return bench;
  }

  @Test
  default void aReportBecomesOneIssueHoweverOftenItIsWanted() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    IssueKey key = new IssueKey("DEMO-1");
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.Exported(key));
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.AlreadyExported(key));
    assertThat(bench.stores.links().find(report).flatMap(IssueLink::key)).contains(key);
    assertThat(bench.tracker.made()).hasSize(1);
  }

  @Test
  default void withoutATrackerNothingIsTried() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    assertThat(bench.export(Optional.empty()).export(report))
        .isEqualTo(new TrackerResult.NoTracker());
    assertThat(bench.stores.links().find(report)).isEmpty();
  }

  @Test
  default void ofRacingWishesOneMakesTheIssue() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    Race.run(_ -> bench.export().export(report));
    assertThat(bench.tracker.made()).hasSize(1);
    assertThat(bench.export().export(report)).isInstanceOf(TrackerResult.AlreadyExported.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  default void whateverCallGoesWrongThereIsOneIssueInTheEnd(Fault fault) {
    Bench bench = bench();
    boolean struck = true;
    for (int call = fault.next(0); struck; call = fault.next(call)) {
      ReportId report = bench.submitted();
      int before = bench.tracker.made().size();
      bench.faults.strikeAt(call, fault);
      bench.attempt(report);
      bench.attempt(report);
      bench.clock.advance(IssueLink.SETTLES);
      bench.attempt(report);
      bench.attempt(report);
      struck = bench.faults.hasStruck();
      assertThat(bench.tracker.made()).hasSize(before + 1);
      assertThat(bench.stores.links().find(report).flatMap(IssueLink::key))
          .contains(bench.tracker.made().getLast().key());
    }
  }

  @Test
  default void anUnknownOutcomeIsNotTriedAgainBeforeASearchCanTell() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    bench.faults.strikeAt(5, Fault.UNANSWERED);
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.Unknown());
    assertThat(bench.faults.calls()).endsWith("IssueTracker.create");
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.Unknown());
    bench.clock.advance(ScriptedTracker.LAG);
    assertThat(bench.export().export(report))
        .isEqualTo(new TrackerResult.Exported(new IssueKey("DEMO-1")));
    assertThat(bench.tracker.made()).hasSize(1);
  }

  @Test
  default void asLongAsNobodyCanSearchTheOutcomeStaysUnknown() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    bench.faults.strikeAt(5, Fault.UNANSWERED);
    bench.export().export(report);
    bench.clock.advance(IssueLink.SETTLES);
    bench.faults.strikeAt(3, Fault.UNAVAILABLE);
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.Unknown());
    assertThat(bench.faults.calls()).endsWith("IssueTracker.find");
    assertThat(bench.export().export(report)).isInstanceOf(TrackerResult.Exported.class);
    assertThat(bench.tracker.made()).hasSize(1);
  }

  @Test
  default void aRefusalNamesFieldsAndIsTriedAgainAsSoonAsTheMappingIsRight() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    bench.map(Mode.MANUAL, "Nonsense", Optional.of("DEMO"));
    assertThat(bench.export().export(report))
        .isEqualTo(new TrackerResult.Rejected(Set.of("issuetype")));
    bench.map(Mode.MANUAL, "Bug", Optional.empty());
    assertThat(bench.export().export(report)).isEqualTo(new TrackerResult.NoProject());
    bench.map(Mode.MANUAL, "Bug", Optional.of("DEMO"));
    assertThat(bench.export().export(report)).isInstanceOf(TrackerResult.Exported.class);
  }

  @Test
  default void aDuplicateCountsOnTheIssueOfItsOriginal() {
    Bench bench = bench();
    ReportId original = bench.submitted();
    ReportId duplicate = bench.submitted();
    Report marked =
        bench
            .stores
            .reports()
            .find(duplicate)
            .orElseThrow()
            .triaged(
                new Triage.Change(
                    Optional.of(ReportStatus.DUPLICATE),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Optional.of(original))));
    bench.stores.reports().updateAsDuplicate(marked, List.of());
    assertThat(bench.export().export(duplicate)).isEqualTo(new TrackerResult.OriginalFirst());
    bench.export().export(original);
    TrackerResult counted = new TrackerResult.Counted(new IssueKey("DEMO-1"), 1);
    assertThat(bench.export().export(duplicate)).isEqualTo(counted);
    assertThat(bench.export().export(duplicate)).isEqualTo(counted);
    assertThat(bench.tracker.made()).hasSize(1);
  }

  @Test
  default void aFailureAbortsNothing() {
    Bench bench = bench();
    ReportId first = bench.submitted();
    ReportId second = bench.submitted();
    ReportId nobody = new ReportId(new UUID(0, 1));
    bench.faults.strikeAt(1, Fault.UNAVAILABLE);
    ExportManyToTracker many = new ExportManyToTracker(bench.export(), bench.clock);
    assertThat(many.export(List.of(first, nobody, second)))
        .containsExactly(
            new TrackerResult.Unavailable(),
            new TrackerResult.Absent(),
            new TrackerResult.Exported(new IssueKey("DEMO-1")));
  }

  @Test
  default void acceptedReportsBecomeIssuesByThemselvesOnlyWhereThatIsWanted() {
    Bench bench = bench();
    ReportId report = bench.submitted();
    ExportSubmitted submitted = new ExportSubmitted(bench.stores.mappings(), bench.export());
    assertThat(submitted.export(report)).isEmpty();
    bench.map(Mode.AUTOMATIC, "Bug", Optional.of("DEMO"));
    assertThat(submitted.export(report))
        .contains(new TrackerResult.Exported(new IssueKey("DEMO-1")));
  }
}
