package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.IssueTracker.Creation;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueDraft.Value;
import dev.sallyport.domain.report.IssueField.Kind;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerProject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every tracker keeps that has the projects DEMO and OTHER, bugs, a priority with the name
 * High, an environment, the text {@code customfield_10001} and the choice {@code customfield_10002}
 * of LOW and HIGH, and no more.
 */
public interface IssueTrackerContract {
  /** One tracker and what makes its search see all that was made. */
  record Opened(IssueTracker tracker, Runnable settle) {
    IssueKey created(IssueDraft draft) {
      return ((Creation.Created) tracker.create(draft)).key();
    }
  }

  /** Opens a tracker without issues. */
  Opened open();

  private static ReportId report(long number) {
    return new ReportId(new UUID(number, number));
  }

  private static IssueDraft draft(ReportId report, String project, Value... values) {
    return new IssueDraft(
        report,
        new TrackerProject(project),
        "Bug",
        "*falls* {panel} \"; delete from",
        "h1. one\n\n[link|http://example.com]\n\ttwo \uD83D\uDE80",
        List.of(values));
  }

  @Test
  default void anIssueIsFoundByItsReport() {
    Opened opened = open();
    IssueKey key = opened.created(draft(report(1), "DEMO"));
    opened.created(draft(report(2), "DEMO"));
    opened.settle().run();
    assertThat(opened.tracker().find(report(1))).contains(key);
    assertThat(opened.tracker().find(report(3))).isEmpty();
  }

  @Test
  default void anIssueIsInTheProjectThatItWasRoutedTo() {
    Opened opened = open();
    assertThat(opened.created(draft(report(1), "DEMO")).value()).startsWith("DEMO-");
    assertThat(opened.created(draft(report(2), "OTHER")).value()).startsWith("OTHER-");
  }

  @Test
  default void ofSeveralIssuesTheFirstIsFound() {
    Opened opened = open();
    IssueKey first = opened.created(draft(report(1), "DEMO"));
    assertThat(opened.created(draft(report(1), "DEMO"))).isNotEqualTo(first);
    opened.settle().run();
    assertThat(opened.tracker().find(report(1))).contains(first);
  }

  @Test
  default void everyKindOfFieldIsFilledIn() {
    Opened opened = open();
    opened.created(
        draft(
            report(1),
            "DEMO",
            new Value("priority", Kind.NAME, "High"),
            new Value("environment", Kind.DOCUMENT, "a\nb"),
            new Value("customfield_10001", Kind.TEXT, "one line"),
            new Value("customfield_10002", Kind.OPTION, "LOW")));
  }

  @Test
  default void whatTheTrackerDoesNotHaveIsRefusedByName() {
    IssueTracker tracker = open().tracker();
    assertThat(tracker.create(draft(report(1), "NOWHERE")))
        .isEqualTo(new Creation.Rejected(new HashSet<>(List.of("project"))));
    Creation refused =
        tracker.create(
            draft(
                report(1),
                "DEMO",
                new Value("priority", Kind.NAME, "Immense"),
                new Value("customfield_10002", Kind.OPTION, "PURPLE"),
                new Value("customfield_99999", Kind.TEXT, "x")));
    assertThat(refused)
        .isEqualTo(
            new Creation.Rejected(
                new HashSet<>(List.of("priority", "customfield_10002", "customfield_99999"))));
    assertThat(tracker.find(report(1))).isEmpty();
  }

  @Test
  default void anUnknownTypeIsRefused() {
    IssueDraft draft =
        new IssueDraft(report(1), new TrackerProject("DEMO"), "Nonsense", "summary", "", List.of());
    assertThat(open().tracker().create(draft))
        .isEqualTo(new Creation.Rejected(new HashSet<>(List.of("issuetype"))));
  }

  @Test
  default void racingReportsGetIssuesOfTheirOwn() {
    Opened opened = open();
    List<IssueKey> keys = Race.run(n -> opened.created(draft(report(n + 1), "DEMO")));
    assertThat(keys).doesNotHaveDuplicates();
  }
}
