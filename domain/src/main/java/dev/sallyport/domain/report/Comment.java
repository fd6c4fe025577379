package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import java.time.Instant;

/**
 * What one triager says about a report. A comment is a thing of its own, so that whoever writes one
 * never touches another's.
 *
 * @param id its name
 * @param report what it is about
 * @param author who wrote it, and the only one who may change it
 * @param text 1 to {@link #MAX_TEXT} UTF-16 units, not blank; may name people, never logged
 * @param writtenAt when it was first written, in UTC, to the millisecond
 * @param changedAt when its text was last changed; at first the same
 * @param version 1 at first, one more with every change
 */
public record Comment(
    CommentId id,
    ReportId report,
    Subject author,
    String text,
    Instant writtenAt,
    Instant changedAt,
    long version) {
  /** Most UTF-16 units of a text. */
  public static final int MAX_TEXT = 10_000;

  /** Rejects a blank or over-long text and a version below 1. */
  public Comment {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a comment has 1 to 10000 characters");
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions begin with 1");
    }
  }

  /** Returns a comment as it is first written. */
  public static Comment written(
      CommentId id, ReportId report, Subject author, String text, Instant now) {
    return new Comment(id, report, author, text, now, now, 1);
  }

  /** Returns the next version with another text, or this very comment when the text is the same. */
  public Comment rewritten(String other, Instant now) {
    return other.equals(text)
        ? this
        : new Comment(id, report, author, other, writtenAt, now, version + 1);
  }

  @Override
  public String toString() {
    return "Comment[" + id + ", " + report + ", version " + version + "]";
  }
}
