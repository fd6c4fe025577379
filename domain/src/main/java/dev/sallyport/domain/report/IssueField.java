package dev.sallyport.domain.report;

import java.util.regex.Pattern;

/**
 * What a field of an issue is filled with.
 *
 * @param id what the tracker calls the field: a custom field, the environment or the priority;
 *     everything else is set from elsewhere, or is not for a report to set
 * @param kind what the field takes
 * @param template what it is filled with; nothing is sent when that is empty for a report
 */
public record IssueField(String id, Kind kind, IssueTemplate template) {
  /** The form of an id, as a pattern that other languages read alike. */
  public static final String FORM = "customfield_[0-9]{1,10}|environment|priority";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /** What fields take. */
  public enum Kind {
    /** One line without any markup. */
    TEXT,
    /** Paragraphs. */
    DOCUMENT,
    /** One of the field's options, by its value. */
    OPTION,
    /** One of the things that the tracker has names for, such as a priority. */
    NAME
  }

  /** Rejects other fields. */
  public IssueField {
    if (!PATTERN.matcher(id).matches()) {
      throw new IllegalArgumentException("no field that a report may set");
    }
  }
}
