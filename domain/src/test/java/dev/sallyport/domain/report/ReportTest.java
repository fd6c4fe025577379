package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Optional<Subject> JANE = Optional.of(new Subject("jane"));

  @Test
  void aChangeIsTheNextVersion() {
    Report next = report().triaged(change(Optional.of(ReportStatus.TRIAGED), Optional.of(JANE)));
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.triage())
        .isEqualTo(new Triage(ReportStatus.TRIAGED, false, Set.of(), JANE, Optional.empty()));
  }

  @Test
  void aChangeThatChangesNothingIsNoVersion() {
    Report report = report();
    assertThat(report.triaged(change(Optional.of(ReportStatus.NEW), Optional.empty())))
        .isSameAs(report);
  }

  @Test
  void anAssigneeCanBeTakenAwayOrLeftAlone() {
    Report assigned = report().triaged(change(Optional.empty(), Optional.of(JANE)));
    Report kept = assigned.triaged(change(Optional.of(ReportStatus.RESOLVED), Optional.empty()));
    Report cleared = kept.triaged(change(Optional.empty(), Optional.of(Optional.empty())));
    assertThat(kept.triage().assignee()).isEqualTo(JANE);
    assertThat(cleared.triage().assignee()).isEmpty();
  }

  @Test
  void anAttachmentIsClaimedOnce() {
    AttachmentId id = new AttachmentId(new UUID(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> submission("t", List.of(id, id)));
    assertThatIllegalArgumentException().isThrownBy(() -> submission(" ", List.of()));
  }

  @Test
  void coordinatesAreFinite() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Position("m", Double.NaN, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Position("m", 0, Double.POSITIVE_INFINITY, 0));
  }

  @Test
  void aStrangersTextIsNotPrinted() {
    assertThat(report().toString()).doesNotContain("secret title");
  }

  private static Triage.Change change(
      Optional<ReportStatus> status, Optional<Optional<Subject>> assignee) {
    return new Triage.Change(
        status, Optional.empty(), Optional.empty(), assignee, Optional.empty());
  }

  private static Report report() {
    return Report.submitted(
        new ReportId(new UUID(1, 2)), submission("secret title", List.of()), Instant.EPOCH);
  }

  private static Submission submission(String title, List<AttachmentId> attachments) {
    return new Submission(
        new ClientReportId(new UUID(1, 3)),
        title,
        "",
        Severity.LOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        List.of(),
        attachments);
  }
}
