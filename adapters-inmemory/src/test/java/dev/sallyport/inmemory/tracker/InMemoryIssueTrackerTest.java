package dev.sallyport.inmemory.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.report.IssueTrackerContract;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerProject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryIssueTrackerTest implements IssueTrackerContract {
  @Override
  public Opened open() {
    MutableClock clock = MutableClock.atNoon();
    return new Opened(
        new InMemoryIssueTracker(InMemoryTrackerSite.demo(), clock),
        () -> clock.advance(Duration.ofSeconds(2)));
  }

  @Test
  void theSearchLagsBehind() {
    Opened opened = open();
    ReportId report = new ReportId(new UUID(1, 1));
    opened
        .tracker()
        .create(new IssueDraft(report, new TrackerProject("DEMO"), "Bug", "s", "", List.of()));
    assertThat(opened.tracker().find(report)).isEmpty();
    opened.settle().run();
    assertThat(opened.tracker().find(report)).isPresent();
  }
}
