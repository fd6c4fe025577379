package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the team made of a report; the same for every triager but for bookmarks, which each has for
 * himself.
 *
 * @param status where it stands
 * @param read whether somebody has read it
 * @param bookmarkedBy who wants to find it again, at most {@link #MAX_BOOKMARKS}
 * @param assignee who works on it
 * @param duplicateOf the report that it says again; only with {@link ReportStatus#DUPLICATE}
 */
public record Triage(
    ReportStatus status,
    boolean read,
    Set<Subject> bookmarkedBy,
    Optional<Subject> assignee,
    Optional<ReportId> duplicateOf) {
  /** Most people who may have a bookmark on one report, so that it fits its place in a store. */
  public static final int MAX_BOOKMARKS = 100;

  /** What a report starts with: new, unread, nobody's. */
  public static final Triage INITIAL =
      new Triage(ReportStatus.NEW, false, Set.of(), Optional.empty(), Optional.empty());

  /** Copies the set and rejects too many bookmarks and an original of what is no duplicate. */
  public Triage {
    bookmarkedBy = Set.copyOf(bookmarkedBy);
    if (bookmarkedBy.size() > MAX_BOOKMARKS) {
      throw new IllegalArgumentException("at most 100 bookmarks");
    }
    if (duplicateOf.isPresent() && status != ReportStatus.DUPLICATE) {
      throw new IllegalArgumentException("only a duplicate has an original");
    }
  }

  /**
   * A wish to change some of it; what is empty stays. Naming an original makes a duplicate; any
   * other status takes the original away.
   *
   * @param status the new status
   * @param read the new read mark
   * @param bookmark the new bookmark of one person
   * @param assignee the new assignee; an empty inner value assigns nobody
   * @param duplicateOf the new original; an empty inner value takes it away
   */
  public record Change(
      Optional<ReportStatus> status,
      Optional<Boolean> read,
      Optional<Bookmark> bookmark,
      Optional<Optional<Subject>> assignee,
      Optional<Optional<ReportId>> duplicateOf) {
    /** Rejects an original together with a status other than that of duplicates. */
    public Change {
      boolean isDuplicate = duplicateOf.flatMap(original -> original).isPresent();
      if (isDuplicate && status.filter(s -> s != ReportStatus.DUPLICATE).isPresent()) {
        throw new IllegalArgumentException("only a duplicate has an original");
      }
    }

    /** Returns a change of nothing but the status. */
    public static Change to(ReportStatus status) {
      return new Change(
          Optional.of(status),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Sets or takes away one person's bookmark.
   *
   * @param owner whose
   * @param isSet whether it is there afterwards
   */
  public record Bookmark(Subject owner, boolean isSet) {}

  /** Tells whether that person has a bookmark on it. */
  public boolean isBookmarkedBy(Subject owner) {
    return bookmarkedBy.contains(owner);
  }

  /** Tells whether the change sets a bookmark for which there is no room. */
  public boolean hasNoRoomFor(Change change) {
    return bookmarkedBy.size() == MAX_BOOKMARKS
        && change.bookmark().filter(b -> b.isSet() && !isBookmarkedBy(b.owner())).isPresent();
  }

  /**
   * Returns what it is after the change.
   *
   * @throws IllegalArgumentException when it has no room for the bookmark
   */
  public Triage with(Change change) {
    boolean isDuplicate = change.duplicateOf().flatMap(original -> original).isPresent();
    ReportStatus next = isDuplicate ? ReportStatus.DUPLICATE : change.status().orElse(status);
    return new Triage(
        next,
        change.read().orElse(read),
        change.bookmark().map(this::with).orElse(bookmarkedBy),
        change.assignee().orElse(assignee),
        next == ReportStatus.DUPLICATE
            ? change.duplicateOf().orElse(duplicateOf)
            : Optional.empty());
  }

  private Set<Subject> with(Bookmark bookmark) {
    Set<Subject> changed = new HashSet<>(bookmarkedBy);
    if (bookmark.isSet()) {
      changed.add(bookmark.owner());
    } else {
      changed.remove(bookmark.owner());
    }
    return changed;
  }
}
