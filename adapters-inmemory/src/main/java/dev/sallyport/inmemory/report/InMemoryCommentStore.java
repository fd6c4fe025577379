package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.inmemory.event.OutboxTable;
import dev.sallyport.inmemory.shared.TimeIndex;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps comments in a map of this process, with a sorted index for every report that has some. */
@Singleton
final class InMemoryCommentStore implements CommentStore {
  private final Transactions transactions;
  private final InMemoryReportStore reports;
  private final OutboxTable outbox;

  private final Map<Key, Comment> comments = new HashMap<>();
  private final Map<ReportId, TimeIndex<CommentId>> indexes = new HashMap<>();

  private record Key(ReportId report, CommentId id) {
    static Key of(Comment comment) {
      return new Key(comment.report(), comment.id());
    }
  }

  @Inject
  InMemoryCommentStore(Transactions transactions, InMemoryReportStore reports, OutboxTable outbox) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.reports = reports;
  }

  @Override
  public AddOutcome add(Comment comment, List<DomainEvent> events) {
    if (comment.version() != 1) {
      throw new IllegalArgumentException("a new comment is version 1");
    }
    outbox.check(events);
    // The report is looked at, the comment and the way to it are an item each.
    return transactions.write(3 + events.size(), () -> addNow(comment, events));
  }

  private AddOutcome addNow(Comment comment, List<DomainEvent> events) {
    if (reports.find(comment.report()).isEmpty()) {
      return new AddOutcome.NoReport();
    }
    Comment first = comments.putIfAbsent(Key.of(comment), comment);
    if (first != null) {
      return new AddOutcome.Exists(first);
    }
    indexes
        .computeIfAbsent(comment.report(), _ -> new TimeIndex<>())
        .add(comment.writtenAt(), comment.id());
    outbox.append(events);
    return new AddOutcome.Added();
  }

  @Override
  public Optional<Comment> find(ReportId report, CommentId id) {
    return transactions.read(() -> Optional.ofNullable(comments.get(new Key(report, id))));
  }

  @Override
  public boolean replace(Comment next) {
    return transactions.write(1, () -> isVersion(next, next.version() - 1) && put(next));
  }

  private boolean put(Comment next) {
    comments.put(Key.of(next), next);
    return true;
  }

  @Override
  public boolean remove(Comment current) {
    return transactions.write(2, () -> isVersion(current, current.version()) && removeNow(current));
  }

  private boolean removeNow(Comment current) {
    comments.remove(Key.of(current));
    indexes.computeIfPresent(
        current.report(),
        (_, index) -> {
          index.remove(current.writtenAt(), current.id());
          return index.isEmpty() ? null : index;
        });
    return true;
  }

  private boolean isVersion(Comment comment, long version) {
    Comment stored = comments.get(Key.of(comment));
    return stored != null && stored.version() == version;
  }

  @Override
  public Page<Comment> list(ReportId report, int limit, Optional<PageToken> page) {
    return transactions.read(() -> {
      TimeIndex<CommentId> index = indexes.get(report);
      Page<CommentId> ids =
          (index == null ? new TimeIndex<CommentId>() : index).earliest(Instant.MAX, limit, page);
      return new Page<>(
          ids.items().stream()
              .map(id -> comments.get(new Key(report, id)))
              .filter(Objects::nonNull)
              .toList(),
          ids.next());
    });
  }
}
