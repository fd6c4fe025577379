package dev.sallyport.domain.report;

import dev.sallyport.domain.report.IssueField.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How reports become issues: when, in which project, and with what in their fields.
 *
 * @param mode when
 * @param routes which project, the first that fits; at most {@link #MAX_ROUTES}
 * @param otherwise the project of reports that no route fits; without one they become no issues
 * @param type what the tracker calls such issues, 1 to {@link #MAX_TYPE} characters
 * @param summary the line on top
 * @param description the text below
 * @param fields what else is filled in, each field once; at most {@link #MAX_FIELDS} and the
 *     templates together at most {@link #MAX_TEMPLATES}
 * @param version 0 for what every deployment starts with, one more with every change
 */
public record TrackerMapping(
    Mode mode,
    List<Route> routes,
    Optional<TrackerProject> otherwise,
    String type,
    IssueTemplate summary,
    IssueTemplate description,
    List<IssueField> fields,
    long version) {
  /** Most routes. */
  public static final int MAX_ROUTES = 50;

  /** Most fields that are filled in. */
  public static final int MAX_FIELDS = 50;

  /** Most UTF-16 units of what issues are called. */
  public static final int MAX_TYPE = 100;

  /** Most UTF-16 units of a value that a route asks for. */
  public static final int MAX_VALUE = 200;

  /** Most UTF-16 units of all templates together, so that a mapping fits an item of DynamoDB. */
  public static final int MAX_TEMPLATES = 60_000;

  /** The mapping of a deployment that has not defined one: it makes no issues. */
  public static final TrackerMapping INITIAL =
      new TrackerMapping(
          Mode.MANUAL,
          List.of(),
          Optional.empty(),
          "Bug",
          new IssueTemplate("[title]"),
          new IssueTemplate("[description]"),
          List.of(),
          0);

  /** When reports become issues. */
  public enum Mode {
    /** When a triager wants it. */
    MANUAL,
    /** Then, and as soon as they are accepted. */
    AUTOMATIC
  }

  /**
   * Sends some reports to a project.
   *
   * @param attribute what is looked at
   * @param value what it has to be, exactly
   * @param project where such reports go
   */
  public record Route(ReportAttribute attribute, String value, TrackerProject project) {
    /** Rejects a value that is too long. */
    public Route {
      require(value.length() <= MAX_VALUE, "a value");
    }

    private boolean fits(Report report) {
      return attribute.of(report).equals(value);
    }
  }

  /** Copies the lists and rejects what is out of its range or stands there twice. */
  public TrackerMapping {
    routes = List.copyOf(routes);
    fields = List.copyOf(fields);
    require(routes.size() <= MAX_ROUTES, "routes");
    require(!type.isBlank() && type.length() <= MAX_TYPE, "the type");
    require(fields.size() <= MAX_FIELDS, "fields");
    require(
        new HashSet<>(fields.stream().map(IssueField::id).toList()).size() == fields.size(),
        "fields");
    require(version >= 0, "the version");
    int templates = summary.text().length() + description.text().length();
    require(
        templates + fields.stream().mapToInt(field -> field.template().text().length()).sum()
            <= MAX_TEMPLATES,
        "the templates");
  }

  /** Returns the same mapping as the version after another one. */
  public TrackerMapping after(TrackerMapping before) {
    return new TrackerMapping(
        mode, routes, otherwise, type, summary, description, fields, before.version() + 1);
  }

  /** Returns the issue that a report becomes; nothing when no project is for it. */
  public Optional<IssueDraft> draft(Report report) {
    return routes.stream()
        .filter(route -> route.fits(report))
        .map(Route::project)
        .findFirst()
        .or(() -> otherwise)
        .map(project -> draft(report, project));
  }

  private IssueDraft draft(Report report, TrackerProject project) {
    String line = summary.fillLine(report, IssueDraft.MAX_SUMMARY);
    return new IssueDraft(
        report.id(),
        project,
        type,
        // A report may leave a template empty; an issue needs something to be called by.
        line.isBlank() ? "Report " + report.id() : line,
        description.fill(report, IssueDraft.MAX_TEXT),
        fields.stream().flatMap(field -> value(field, report).stream()).toList());
  }

  private static Optional<IssueDraft.Value> value(IssueField field, Report report) {
    String text =
        field.kind() == Kind.DOCUMENT
            ? field.template().fill(report, IssueDraft.MAX_TEXT)
            : field.template().fillLine(report, IssueDraft.MAX_SUMMARY);
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new IssueDraft.Value(field.id(), field.kind(), text));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is out of its range");
    }
  }
}
