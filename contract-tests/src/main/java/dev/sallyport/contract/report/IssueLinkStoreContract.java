package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.IssueLinkStore.Count;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Triage;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever keeps links keeps: one step at a time, beside the report and no longer than it. */
public interface IssueLinkStoreContract {
  /** When everything happens. */
  Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

  /** An issue. */
  IssueKey KEY = new IssueKey("DEMO-17");

  /** The stores of one deployment, empty. */
  record Opened(ReportStore reports, IssueLinkStore links) {
    Report submitted(long seed) {
      ReportSamples samples = new ReportSamples(new Random(seed));
      Report report = samples.report(NOON);
      reports.create(report, samples.digest(), List.of());
      return report;
    }

    ReportId exported(long seed, IssueKey key) {
      ReportId id = submitted(seed).id();
      IssueLink begun = IssueLink.begun(id, NOON);
      assertThat(links.put(begun)).isTrue();
      assertThat(links.put(begun.exported(key, NOON))).isTrue();
      return id;
    }
  }

  /** Opens the stores of a deployment. */
  Opened open();

  @Test
  default void everyStateIsFoundAsItWasStored() {
    Opened opened = open();
    ReportId id = opened.submitted(1).id();
    assertThat(opened.links().find(id)).isEmpty();
    IssueLink link = IssueLink.begun(id, NOON);
    for (IssueLink next :
        List.of(
            link,
            link.freed(),
            link.freed().again(NOON.plusSeconds(1)),
            link.freed().again(NOON).exported(KEY, NOON.plusMillis(5)))) {
      assertThat(opened.links().put(next)).isTrue();
      assertThat(opened.links().find(id)).contains(next);
    }
  }

  @Test
  default void onlyTheNextRevisionIsStored() {
    Opened opened = open();
    ReportId id = opened.submitted(1).id();
    IssueLink first = IssueLink.begun(id, NOON);
    assertThat(opened.links().put(first.freed())).isFalse();
    assertThat(opened.links().put(first)).isTrue();
    assertThat(opened.links().put(first)).isFalse();
    assertThat(opened.links().put(first.freed().again(NOON))).isFalse();
    assertThat(opened.links().find(id)).contains(first);
  }

  @Test
  default void aReportThatIsNotThereHasNoLink() {
    Opened opened = open();
    ReportId nobody = new ReportId(new UUID(0, 1));
    assertThat(opened.links().put(IssueLink.begun(nobody, NOON))).isFalse();
    assertThat(opened.links().find(nobody)).isEmpty();
  }

  @Test
  default void theLinkGoesWithTheReport() {
    Opened opened = open();
    Report report = opened.submitted(1);
    IssueLink begun = IssueLink.begun(report.id(), NOON);
    opened.links().put(begun);
    opened.reports().erase(report.id(), report.submission().clientReportId(), NOON, List.of());
    assertThat(opened.links().find(report.id())).isEmpty();
    assertThat(opened.links().put(begun.exported(KEY, NOON))).isFalse();
    assertThat(opened.links().put(begun)).isFalse();
  }

  @Test
  default void triageAndLinkLeaveEachOtherAlone() {
    Opened opened = open();
    Report report = opened.submitted(1);
    IssueLink begun = IssueLink.begun(report.id(), NOON);
    opened.links().put(begun);
    Report next = report.triaged(Triage.Change.to(ReportStatus.TRIAGED));
    assertThat(opened.reports().update(next, List.of()))
        .isEqualTo(new ReportStore.UpdateOutcome.Updated());
    assertThat(opened.links().find(report.id())).contains(begun);
    assertThat(opened.links().put(begun.exported(KEY, NOON))).isTrue();
    assertThat(opened.reports().find(report.id())).contains(next);
  }

  @Test
  default void ofRacingAttemptsOneSetsOut() {
    Opened opened = open();
    ReportId id = opened.submitted(1).id();
    List<Boolean> won = Race.run(n -> opened.links().put(IssueLink.begun(id, NOON.plusSeconds(n))));
    assertThat(won).containsOnlyOnce(true);
  }

  @Test
  default void aDuplicateCountsOnce() {
    Opened opened = open();
    ReportId original = opened.exported(1, KEY);
    ReportId duplicate = opened.submitted(2).id();
    IssueLinkStore links = opened.links();
    assertThat(links.count(duplicate, original)).isEqualTo(new Count.Counted(KEY, 1, true));
    assertThat(links.count(duplicate, original)).isEqualTo(new Count.Counted(KEY, 1, false));
    assertThat(links.count(opened.submitted(3).id(), original))
        .isEqualTo(new Count.Counted(KEY, 2, true));
    assertThat(links.find(original).orElseThrow().occurrences()).isEqualTo(2);
  }

  @Test
  default void aDuplicateThatWasCountedCountsNowhereElse() {
    Opened opened = open();
    ReportId first = opened.exported(1, KEY);
    ReportId second = opened.exported(2, new IssueKey("DEMO-18"));
    ReportId duplicate = opened.submitted(3).id();
    opened.links().count(duplicate, first);
    assertThat(opened.links().count(duplicate, second)).isEqualTo(new Count.Counted(KEY, 1, false));
    assertThat(opened.links().find(second).orElseThrow().occurrences()).isZero();
  }

  @Test
  default void nothingCountsWithoutAnIssue() {
    Opened opened = open();
    ReportId original = opened.submitted(1).id();
    ReportId duplicate = opened.submitted(2).id();
    ReportId nobody = new ReportId(new UUID(0, 1));
    assertThat(opened.links().count(duplicate, original)).isEqualTo(new Count.NoIssue());
    opened.links().put(IssueLink.begun(original, NOON));
    assertThat(opened.links().count(duplicate, original)).isEqualTo(new Count.NoIssue());
    assertThat(opened.links().count(duplicate, nobody)).isEqualTo(new Count.NoIssue());
    opened.links().put(IssueLink.begun(original, NOON).exported(KEY, NOON));
    assertThat(opened.links().count(nobody, original)).isEqualTo(new Count.NoIssue());
    assertThat(opened.links().find(original).orElseThrow().occurrences()).isZero();
  }

  @Test
  default void nothingIsLostWhenDuplicatesRace() {
    Opened opened = open();
    ReportId original = opened.exported(1, KEY);
    List<ReportId> duplicates = List.of(opened.submitted(2).id(), opened.submitted(3).id());
    Race.run(n -> opened.links().count(duplicates.get(n % 2), original));
    assertThat(opened.links().find(original).orElseThrow().occurrences()).isEqualTo(2);
  }
}
