package dev.sallyport.inmemory.tracker;

import dev.sallyport.domain.report.IssueField;
import dev.sallyport.domain.report.TrackerProject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a tracker in memory has been set up with; it refuses everything else.
 *
 * @param projects where issues can be
 * @param types what they can be called
 * @param fields what they have besides summary and description, and what each takes
 * @param names what a field that takes an option or a name knows
 * @param lag how long a search does not see a new issue
 */
public record InMemoryTrackerSite(
    Set<TrackerProject> projects,
    Set<String> types,
    Map<String, IssueField.Kind> fields,
    Map<String, Set<String>> names,
    Duration lag) {
  /** Copies the collections. */
  public InMemoryTrackerSite {
    projects = Set.copyOf(projects);
    types = Set.copyOf(types);
    fields = Map.copyOf(fields);
    names = Map.copyOf(names);
  }

  /** Returns a site with the projects DEMO and OTHER, bugs and tasks, and a few fields. */
  public static InMemoryTrackerSite demo() {
    return new InMemoryTrackerSite(
        Set.of(new TrackerProject("DEMO"), new TrackerProject("OTHER")),
        Set.of("Bug", "Task"),
        Map.of(
            "priority", IssueField.Kind.NAME,
            "environment", IssueField.Kind.DOCUMENT,
            "customfield_10001", IssueField.Kind.TEXT,
            "customfield_10002", IssueField.Kind.OPTION),
        Map.of(
            "priority", Set.of("Highest", "High", "Medium", "Low", "Lowest"),
            "customfield_10002", Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL")),
        Duration.ofSeconds(2));
  }
}
