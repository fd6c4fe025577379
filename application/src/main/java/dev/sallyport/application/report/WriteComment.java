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

  /**
   * Returns the comment as it is stored, or nothing when there is no such report.
   *
   * @param author who is signed in; never anything that a request says
   * @throws IllegalArgumentException when the text is blank or over {@link Comment#MAX_TEXT}
   */
  public Optional<Comment> write(ReportId report, Subject author, String text) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Comment comment = Comment.written(new CommentId(ids.newId()), report, author, text, now);
    ContributionMade event =
        new ContributionMade(new EventId(ids.newId()), now, author, Contribution.COMMENT);
    return switch (comments.add(comment, List.of(event))) {
      case AddOutcome.Added _ -> Optional.of(comment);
      case AddOutcome.NoReport _ -> Optional.empty();
    };
  }
}
