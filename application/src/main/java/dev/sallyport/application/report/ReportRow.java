package dev.sallyport.application.report;

import dev.sallyport.domain.report.CsvText;
import dev.sallyport.domain.report.FieldValue;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.report.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report as a record of CSV. */
final class ReportRow {
  /** The first record: what stands in each column. */
  static final String HEADER =
      CsvText.row(
          List.of(
              "reportId",
              "receivedAt",
              "status",
              "severity",
              "title",
              "description",
              "build",
              "platform",
              "locale",
              "sessionId",
              "map",
              "x",
              "y",
              "z",
              "fields",
              "annotations",
              "attachments",
              "assignee",
              "duplicateOf"));

  private ReportRow() {}

  static String of(Report report) {
    Submission said = report.submission();
    Triage triage = report.triage();
    List<String> cells = new ArrayList<>();
    cells.add(report.id().toString());
    cells.add(report.receivedAt().toString());
    cells.add(triage.status().name());
    cells.add(said.severity().name());
    cells.add(CsvText.harmless(said.title()));
    cells.add(CsvText.harmless(said.description()));
    for (Optional<String> text :
        List.of(said.build(), said.platform(), said.locale(), said.sessionId())) {
      cells.add(CsvText.harmless(text.orElse("")));
    }
    cells.add(CsvText.harmless(said.position().map(Position::map).orElse("")));
    // Numbers of ours: one below zero is no formula.
    cells.add(said.position().map(at -> Double.toString(at.x())).orElse(""));
    cells.add(said.position().map(at -> Double.toString(at.y())).orElse(""));
    cells.add(said.position().map(at -> Double.toString(at.z())).orElse(""));
    cells.add(CsvText.harmless(fields(said.fields())));
    cells.add(CsvText.harmless(String.join("\n", said.annotations())));
    cells.add(said.attachments().stream().map(Object::toString).collect(Collectors.joining("\n")));
    cells.add(CsvText.harmless(triage.assignee().map(who -> who.value()).orElse("")));
    cells.add(triage.duplicateOf().map(Object::toString).orElse(""));
    return CsvText.row(cells);
  }

  private static String fields(Map<String, FieldValue> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ": " + text(field.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(FieldValue value) {
    return switch (value) {
      case FieldValue.Text(String text) -> text;
      case FieldValue.Choices choices -> String.join(", ", choices.values());
      case FieldValue.Nested nested -> "{" + fields(nested.values()) + "}";
    };
  }
}
