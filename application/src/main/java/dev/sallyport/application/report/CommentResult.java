package dev.sallyport.application.report;

import dev.sallyport.domain.report.Comment;

/** What became of a wish to change or remove a comment. */
public sealed interface CommentResult {
  /**
   * Done, or already as wished.
   *
   * @param comment as it is now, or as it was last when it is removed
   */
  record Done(Comment comment) implements CommentResult {}

  /** There is no such comment on this report. */
  record Absent() implements CommentResult {}

  /** Somebody else wrote it. */
  record NotTheAuthor() implements CommentResult {}

  /**
   * It was changed since the caller looked.
   *
   * @param currentVersion the version to look at before trying again
   */
  record Stale(long currentVersion) implements CommentResult {}
}
