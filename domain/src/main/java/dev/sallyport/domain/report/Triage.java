package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import java.util.Optional;

/**
 * What the team made of a report; the same for every triager.
 *
 * @param status where it stands
 * @param read whether somebody has read it
 * @param bookmarked whether somebody wants to find it again
 * @param assignee who works on it
 */
public record Triage(
    ReportStatus status, boolean read, boolean bookmarked, Optional<Subject> assignee) {
  /** What a report starts with: new, unread, nobody's. */
  public static final Triage INITIAL = new Triage(ReportStatus.NEW, false, false, Optional.empty());

  /**
   * A wish to change some of it; what is empty stays.
   *
   * @param status the new status
   * @param read the new read mark
   * @param bookmarked the new bookmark
   * @param assignee the new assignee; an empty inner value assigns nobody
   */
  public record Change(
      Optional<ReportStatus> status,
      Optional<Boolean> read,
      Optional<Boolean> bookmarked,
      Optional<Optional<Subject>> assignee) {}

  /** Returns what it is after the change. */
  public Triage with(Change change) {
    return new Triage(
        change.status().orElse(status),
        change.read().orElse(read),
        change.bookmarked().orElse(bookmarked),
        change.assignee().orElse(assignee));
  }
}
