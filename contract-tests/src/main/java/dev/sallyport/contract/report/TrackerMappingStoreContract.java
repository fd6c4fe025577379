package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.report.IssueField;
import dev.sallyport.domain.report.IssueTemplate;
import dev.sallyport.domain.report.ReportAttribute;
import dev.sallyport.domain.report.TrackerMapping;
import dev.sallyport.domain.report.TrackerMapping.Mode;
import dev.sallyport.domain.report.TrackerMapping.Route;
import dev.sallyport.domain.report.TrackerProject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps the mapping keeps: one version after another, whole. */
public interface TrackerMappingStoreContract {
  /** Opens the store of a deployment that never had a mapping; the same one within a test. */
  TrackerMappingStore open();

  private static TrackerMapping mapping(String type) {
    return new TrackerMapping(
        Mode.AUTOMATIC,
        List.of(
            new Route(new ReportAttribute("severity"), "LOW", new TrackerProject("OTHER")),
            new Route(new ReportAttribute("fields.Mode \u00e4"), "", new TrackerProject("DEMO"))),
        Optional.of(new TrackerProject("DEMO")),
        type,
        new IssueTemplate("[[[severity] [title]"),
        new IssueTemplate("[description]\n\t\u00e4"),
        List.of(
            new IssueField("priority", IssueField.Kind.NAME, new IssueTemplate("[severity]")),
            new IssueField("customfield_1", IssueField.Kind.DOCUMENT, new IssueTemplate(""))),
        0);
  }

  @Test
  default void mappingMakesNoIssuesAtFirst() {
    assertThat(open().current()).isEqualTo(TrackerMapping.INITIAL);
  }

  @Test
  default void replaceStoresTheNextVersionWhole() {
    TrackerMappingStore store = open();
    TrackerMapping first = mapping("Bug").after(TrackerMapping.INITIAL);
    assertThat(store.replace(first)).isTrue();
    assertThat(store.current()).isEqualTo(first);
    TrackerMapping second = TrackerMapping.INITIAL.after(first);
    assertThat(store.replace(second)).isTrue();
    assertThat(store.current()).isEqualTo(second);
  }

  @Test
  default void replaceRefusesAnyOtherVersion() {
    TrackerMappingStore store = open();
    TrackerMapping first = mapping("Bug").after(TrackerMapping.INITIAL);
    assertThat(store.replace(mapping("Bug").after(first))).isFalse();
    assertThat(store.replace(TrackerMapping.INITIAL)).isFalse();
    assertThat(store.replace(first)).isTrue();
    assertThat(store.replace(first)).isFalse();
    assertThat(store.current()).isEqualTo(first);
  }

  @Test
  default void theLargestMappingFits() {
    TrackerMappingStore store = open();
    IssueTemplate template = new IssueTemplate("\u00e4".repeat(IssueTemplate.MAX_TEXT));
    TrackerMapping largest =
        new TrackerMapping(
                Mode.MANUAL,
                IntStream.range(0, TrackerMapping.MAX_ROUTES)
                    .mapToObj(n ->
                        new Route(
                            new ReportAttribute("fields.x".repeat(ReportAttribute.MAX_NAME / 8)),
                            "\u00e4".repeat(TrackerMapping.MAX_VALUE),
                            new TrackerProject("P" + n + "_".repeat(70))))
                    .toList(),
                Optional.empty(),
                "\u00e4".repeat(TrackerMapping.MAX_TYPE),
                template,
                template,
                IntStream.range(0, TrackerMapping.MAX_FIELDS)
                    .mapToObj(
                        n -> new IssueField("customfield_" + n, IssueField.Kind.TEXT, short1000()))
                    .toList(),
                0)
            .after(TrackerMapping.INITIAL);
    assertThat(store.replace(largest)).isTrue();
    assertThat(store.current()).isEqualTo(largest);
  }

  private static IssueTemplate short1000() {
    return new IssueTemplate("x".repeat(1000));
  }

  @Test
  default void racingReplacesOfOneVersionHaveOneWinner() {
    TrackerMappingStore store = open();
    List<Boolean> won =
        Race.run(n -> store.replace(mapping("of " + n).after(TrackerMapping.INITIAL)));
    assertThat(won).containsOnlyOnce(true);
    assertThat(store.current().type()).isEqualTo("of " + won.indexOf(true));
  }
}
