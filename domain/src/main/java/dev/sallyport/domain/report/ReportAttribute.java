package dev.sallyport.domain.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that a report says, by the name that a mapping uses for it.
 *
 * @param name one of {@link #NAMES}, or {@code fields.} with the title of a custom field, and for a
 *     field within an object a dot and its title behind that
 */
public record ReportAttribute(String name) {
  /** How the names of custom fields begin. */
  public static final String FIELDS = "fields.";

  /** Most UTF-16 units of a name: two titles with what stands before and between them. */
  public static final int MAX_NAME = FIELDS.length() + 2 * FieldDefinition.MAX_TITLE + 1;

  private static final Map<String, Function<Report, String>> FIXED =
      Map.ofEntries(
          Map.entry("id", report -> report.id().toString()),
          Map.entry("receivedAt", report -> report.receivedAt().toString()),
          Map.entry("status", report -> report.triage().status().name()),
          Map.entry("title", report -> report.submission().title()),
          Map.entry("description", report -> report.submission().description()),
          Map.entry("severity", report -> report.submission().severity().name()),
          Map.entry("build", report -> report.submission().build().orElse("")),
          Map.entry("platform", report -> report.submission().platform().orElse("")),
          Map.entry("locale", report -> report.submission().locale().orElse("")),
          Map.entry("sessionId", report -> report.submission().sessionId().orElse("")),
          Map.entry("map", report -> position(report, Position::map)),
          Map.entry("x", report -> position(report, at -> Double.toString(at.x()))),
          Map.entry("y", report -> position(report, at -> Double.toString(at.y()))),
          Map.entry("z", report -> position(report, at -> Double.toString(at.z()))),
          Map.entry("annotations", report -> String.join("\n", report.submission().annotations())));

  /** The names that every report has a value for, if only an empty one; sorted. */
  public static final List<String> NAMES = FIXED.keySet().stream().sorted().toList();

  /** Rejects what names nothing. */
  public ReportAttribute {
    if (!isName(name)) {
      throw new IllegalArgumentException("no attribute of reports");
    }
  }

  /** Tells whether it names something that a report can say. */
  public static boolean isName(String name) {
    return FIXED.containsKey(name)
        || (name.startsWith(FIELDS)
            && name.length() > FIELDS.length()
            && name.length() <= MAX_NAME);
  }

  /** Returns what the report says; empty when it says nothing of it. */
  public String of(Report report) {
    Function<Report, String> fixed = FIXED.get(name);
    return fixed == null
        ? field(report.submission().fields(), name.substring(FIELDS.length()))
        : fixed.apply(report);
  }

  private static String position(Report report, Function<Position, String> part) {
    return report.submission().position().map(part).orElse("");
  }

  /** Titles may have dots themselves, so the whole name is looked for before its parts. */
  private static String field(Map<String, FieldValue> values, String path) {
    FieldValue whole = values.get(path);
    return whole == null ? inner(values, path).orElse("") : text(whole);
  }

  private static Optional<String> inner(Map<String, FieldValue> values, String path) {
    return values.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey() + "."))
        .filter(entry -> entry.getValue() instanceof FieldValue.Nested)
        .map(entry ->
            field(
                ((FieldValue.Nested) entry.getValue()).values(),
                path.substring(entry.getKey().length() + 1)))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String text(FieldValue value) {
    return switch (value) {
      case FieldValue.Text(String text) -> text;
      case FieldValue.Choices(List<String> chosen) -> String.join(", ", chosen);
      case FieldValue.Nested nested ->
          nested.values().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .collect(Collectors.joining("\n"));
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
