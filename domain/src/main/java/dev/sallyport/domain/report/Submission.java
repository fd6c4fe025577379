package dev.sallyport.domain.report;

import dev.sallyport.domain.attachment.AttachmentId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stranger says is wrong. Free text is untrusted and personal: shown as text, never logged.
 *
 * @param clientReportId the idempotency key
 * @param title one line, 1 to 200 characters
 * @param description any text, at most 20,000 characters
 * @param severity how bad the sender finds it
 * @param build the product's version, at most 100 characters
 * @param platform where it ran, at most 100 characters
 * @param locale BCP 47 tag as sent, at most 35 characters
 * @param sessionId the product's own session, at most 128 characters
 * @param position where in its world
 * @param fields custom fields by title, sorted
 * @param annotations remarks of the sender, at most 100 of at most 2,000 characters
 * @param attachments files that belong to it, without repetition, at most {@link #MAX_ATTACHMENTS}
 */
public record Submission(
    ClientReportId clientReportId,
    String title,
    String description,
    Severity severity,
    Optional<String> build,
    Optional<String> platform,
    Optional<String> locale,
    Optional<String> sessionId,
    Optional<Position> position,
    SortedMap<String, FieldValue> fields,
    List<String> annotations,
    List<AttachmentId> attachments) {
  /** Most attachments of one report, so that its claims fit one transaction. */
  public static final int MAX_ATTACHMENTS = 40;

  /** Most characters of a title. */
  public static final int MAX_TITLE = 200;

  /** Most characters of a description. */
  public static final int MAX_DESCRIPTION = 20_000;

  /** Copies the collections and rejects what is over a limit. */
  public Submission {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    annotations = List.copyOf(annotations);
    attachments = List.copyOf(attachments);
    require(!title.isBlank() && title.length() <= MAX_TITLE, "title");
    require(description.length() <= MAX_DESCRIPTION, "description");
    require(annotations.size() <= 100, "annotations");
    require(attachments.size() <= MAX_ATTACHMENTS, "attachments");
    require(new HashSet<>(attachments).size() == attachments.size(), "attachments");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is out of its range");
    }
  }

  @Override
  public String toString() {
    return "Submission[" + clientReportId + "]";
  }
}
