package dev.sallyport.domain.report;

import java.util.HashSet;
import java.util.List;

/**
 * An issue as a tracker shall make it. Its texts are a stranger's: never logged, and never part of
 * a query or of markup.
 *
 * @param report what it is about
 * @param project where it belongs
 * @param type what the tracker calls such issues, 1 to 100 characters
 * @param summary one line, 1 to {@link #MAX_SUMMARY} UTF-16 units
 * @param description any lines, at most {@link #MAX_TEXT} UTF-16 units
 * @param values what else is filled in, each field once, at most {@link TrackerMapping#MAX_FIELDS}
 */
public record IssueDraft(
    ReportId report,
    TrackerProject project,
    String type,
    String summary,
    String description,
    List<Value> values) {
  /** Most UTF-16 units of a summary: Jira takes less than 255. */
  public static final int MAX_SUMMARY = 254;

  /**
   * Most UTF-16 units of a text. Jira takes 32,767 of a form that has more characters than the text
   * (<a
   * href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/">Atlassian
   * Document Format</a>).
   */
  public static final int MAX_TEXT = 20_000;

  /**
   * What one field is filled with.
   *
   * @param field its id
   * @param kind what it takes
   * @param text never empty
   */
  public record Value(String field, IssueField.Kind kind, String text) {
    @Override
    public String toString() {
      return "Value[" + field + "]";
    }
  }

  /** Copies the list and rejects what is out of its range. */
  public IssueDraft {
    values = List.copyOf(values);
    require(!type.isBlank() && type.length() <= TrackerMapping.MAX_TYPE);
    require(!summary.isBlank() && summary.length() <= MAX_SUMMARY && summary.indexOf('\n') < 0);
    require(description.length() <= MAX_TEXT);
    require(values.size() <= TrackerMapping.MAX_FIELDS);
    require(new HashSet<>(values.stream().map(Value::field).toList()).size() == values.size());
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("an issue is out of its range");
    }
  }

  @Override
  public String toString() {
    return "IssueDraft[" + report + "]";
  }
}
