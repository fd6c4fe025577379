package dev.sallyport.application.report;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.CommentStore.AddOutcome;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds a comment to a report; however many write at once, each comment is kept. */
public final class WriteComment {
  private final CommentStore comments;
  private final IdGenerator ids;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public WriteComment(CommentStore comments, IdGenerator ids, Clock clock) {
    this.comments = comments;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a comment. */
  public sealed interface Result {
    /** It is stored. */
    record Written(Comment comment) implements Result {}

    /**
     * It was stored before under the same client id; nothing has changed.
     *
     * @param comment as it is now
     */
    record Replayed(Comment comment) implements Result {}

    /** The author has used the client id for another text. */
    record DifferentText() implements Result {}

    /** There is no such report. */
    record NoReport() implements Result {}
  }

  /**
   * Stores a comment, once for each client id.
   *
   * @param author who is signed in; never anything that a request says
   * @param clientId by which the author knows the comment before it has an id, if at all
   * @throws IllegalArgumentException when the text is blank or over {@link Comment#MAX_TEXT}
   */
  public Result write(ReportId report, Subject author, String text, Optional<UUID> clientId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CommentId id =
        clientId
            .map(key -> CommentId.of(report, author, key))
            .orElseGet(() -> new CommentId(ids.newId()));
    Comment comment = Comment.written(id, report, author, text, now);
    ContributionMade event =
        new ContributionMade(new EventId(ids.newId()), now, author, Contribution.COMMENT);
    return switch (comments.add(comment, List.of(event))) {
      case AddOutcome.Added _ -> new Result.Written(comment);
      case AddOutcome.Exists(Comment first) -> repeated(first, text);
      case AddOutcome.NoReport _ -> new Result.NoReport();
    };
  }

  /** What it said at first is not kept once it was changed. */
  private static Result repeated(Comment first, String text) {
    return first.version() > 1 || first.text().equals(text)
        ? new Result.Replayed(first)
        : new Result.DifferentText();
  }
}
