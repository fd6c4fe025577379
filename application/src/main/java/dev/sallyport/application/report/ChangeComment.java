package dev.sallyport.application.report;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes or removes a comment for its author, and for nobody else, if it is still the version that
 * the author saw.
 */
public final class ChangeComment {
  private final CommentStore comments;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ChangeComment(CommentStore comments, Clock clock) {
    this.comments = comments;
    this.clock = clock;
  }

  /**
   * Replaces the text; the same text makes no new version.
   *
   * @param expectedVersion what the caller saw
   * @throws IllegalArgumentException when the text is blank or over {@link Comment#MAX_TEXT}
   */
  public CommentResult rewrite(
      ReportId report, CommentId id, Subject caller, long expectedVersion, String text) {
    return change(report, id, caller, expectedVersion, current -> rewrite(current, text));
  }

  private Optional<Comment> rewrite(Comment current, String text) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Comment next = current.rewritten(text, now);
    boolean isSame = next.version() == current.version();
    return Optional.of(next).filter(_ -> isSame || comments.replace(next));
  }

  /**
   * Removes the comment for good.
   *
   * @param expectedVersion what the caller saw
   */
  public CommentResult remove(ReportId report, CommentId id, Subject caller, long expectedVersion) {
    return change(
        report,
        id,
        caller,
        expectedVersion,
        current -> Optional.of(current).filter(comments::remove));
  }

  private CommentResult change(
      ReportId report,
      CommentId id,
      Subject caller,
      long expectedVersion,
      Function<Comment, Optional<Comment>> change) {
    Optional<Comment> found = comments.find(report, id);
    if (found.isEmpty()) {
      return new CommentResult.Absent();
    }
    Comment current = found.get();
    if (!current.author().equals(caller)) {
      return new CommentResult.NotTheAuthor();
    }
    if (current.version() != expectedVersion) {
      return new CommentResult.Stale(current.version());
    }
    return change
        .apply(current)
        .<CommentResult>map(CommentResult.Done::new)
        .orElseGet(() -> stale(report, id));
  }

  private CommentResult stale(ReportId report, CommentId id) {
    return comments
        .find(report, id)
        .<CommentResult>map(comment -> new CommentResult.Stale(comment.version()))
        .orElseGet(CommentResult.Absent::new);
  }
}
