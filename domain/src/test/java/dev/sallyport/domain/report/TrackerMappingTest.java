package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.report.IssueField.Kind;
import dev.sallyport.domain.report.TrackerMapping.Mode;
import dev.sallyport.domain.report.TrackerMapping.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerMappingTest {
  private static final ReportId ID = new ReportId(new UUID(1, 2));
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static Report report(String title, String description) {
    Submission submission =
        new Submission(
            new ClientReportId(new UUID(3, 4)),
            title,
            description,
            Severity.HIGH,
            Optional.of("1.2"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Position("arena", 1.5, 0, 0)),
            new TreeMap<>(
                Map.of(
                    "Mode",
                    new FieldValue.Choices(List.of("a", "b")),
                    "Dev.ice",
                    FieldValue.Nested.of(Map.of("Model", new FieldValue.Text("m1"))))),
            List.of(),
            List.of());
    return Report.submitted(ID, submission, NOON);
  }

  private static TrackerMapping mapping(String summary, IssueField... fields) {
    return new TrackerMapping(
        Mode.MANUAL,
        List.of(
            new Route(new ReportAttribute("severity"), "LOW", new TrackerProject("LOWLY")),
            new Route(new ReportAttribute("fields.Mode"), "a, b", new TrackerProject("MODES"))),
        Optional.empty(),
        "Bug",
        new IssueTemplate(summary),
        new IssueTemplate("[description]"),
        List.of(fields),
        0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[title] on [map] at [x]|crash on arena at 1.5",
        "[[[severity]] [build][platform]|[HIGH] 1.2",
        "[fields.Mode] [fields.Dev.ice.Model] [fields.nothing]|a, b m1",
        "[fields.Dev.ice]|Model: m1",
        "[id]|00000000-0000-0001-0000-000000000002",
        "no places]|no places]"
      })
  void placesStandForWhatAReportSays(String template, String filled) {
    assertThat(new IssueTemplate(template).fillLine(report("crash", ""), 254)).isEqualTo(filled);
  }

  @Test
  void whatAReportSaysIsNoTemplate() {
    Report report = report("[description] [[", "secret");
    assertThat(new IssueTemplate("[title]").fillLine(report, 254)).isEqualTo("[description] [[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]", "[nonsense]", "[title", "[fields.]", "x [[[", "[ title ]"})
  void placesThatNameNothingAreRefused(String template) {
    assertThat(IssueTemplate.fault(template)).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> new IssueTemplate(template));
  }

  @Test
  void textsAreCutBetweenCharactersAndCleaned() {
    Report report = report("a\u0000b\u2028c", "x".repeat(8) + "\uD83D\uDE80" + "y".repeat(90));
    IssueTemplate both = new IssueTemplate("[title]\n\t[description]");
    assertThat(both.fillLine(report, 100)).startsWith("a b c  x").doesNotContain("\n");
    assertThat(both.fill(report, 100)).startsWith("a b\u2028c\n\tx");
    assertThat(new IssueTemplate("[description]").fill(report, 10)).isEqualTo("xxxxxxxx\u2026");
  }

  @Test
  void theFirstRouteThatFitsDecides() {
    IssueDraft draft = mapping("[title]").draft(report("crash", "text")).orElseThrow();
    assertThat(draft.project()).isEqualTo(new TrackerProject("MODES"));
    assertThat(draft.summary()).isEqualTo("crash");
    assertThat(draft.description()).isEqualTo("text");
    assertThat(draft.toString()).doesNotContain("crash");
    assertThat(TrackerMapping.INITIAL.draft(report("crash", ""))).isEmpty();
  }

  @Test
  void anEmptySummaryIsTheReportsId() {
    IssueDraft draft = mapping("[platform]").draft(report("crash", "")).orElseThrow();
    assertThat(draft.summary()).isEqualTo("Report " + ID);
  }

  @Test
  void fieldsWithoutAValueAreLeftOut() {
    IssueDraft draft =
        mapping(
                "s",
                new IssueField("priority", Kind.NAME, new IssueTemplate("[severity]")),
                new IssueField("customfield_1", Kind.TEXT, new IssueTemplate("[platform]")))
            .draft(report("crash", ""))
            .orElseThrow();
    assertThat(draft.values()).containsExactly(new IssueDraft.Value("priority", Kind.NAME, "HIGH"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "labels", "summary", "customfield_", "reporter", "priority "})
  void reportsSetNoOtherFields(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IssueField(id, Kind.TEXT, new IssueTemplate("x")));
  }

  @Test
  void aFieldStandsInAMappingOnce() {
    IssueField field = new IssueField("priority", Kind.NAME, new IssueTemplate("x"));
    assertThatIllegalArgumentException().isThrownBy(() -> mapping("s", field, field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEMO", "DEMO-0", "demo-1", "DEMO-1 ", "D-1", "DEMO-1\" OR 1=1"})
  void onlyKeysAreKeys(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new IssueKey(text));
  }

  @Test
  void anIssueIsThereForGood() {
    IssueLink link = IssueLink.begun(ID, NOON).exported(new IssueKey("DEMO-1"), NOON);
    assertThat(link.key()).contains(new IssueKey("DEMO-1"));
    assertThatIllegalStateException().isThrownBy(link::freed);
    assertThatIllegalStateException().isThrownBy(() -> link.again(NOON));
  }
}
