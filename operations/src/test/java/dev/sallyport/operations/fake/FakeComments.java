package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comments in a list. */
public final class FakeComments implements CommentStore {
  private final FakeReports reports;
  public final List<DomainEvent> contributions = new ArrayList<>();
  private final List<Comment> stored = new ArrayList<>();

  FakeComments(FakeReports reports) {
    this.reports = reports;
  }

  @Override
  public AddOutcome add(Comment comment, List<DomainEvent> events) {
    if (reports.find(comment.report()).isEmpty()) {
      return new AddOutcome.NoReport();
    }
    Optional<Comment> first = find(comment.report(), comment.id());
    if (first.isPresent()) {
      return new AddOutcome.Exists(first.get());
    }
    stored.add(comment);
    contributions.addAll(events);
    return new AddOutcome.Added();
  }

  @Override
  public Optional<Comment> find(ReportId report, CommentId id) {
    return stored.stream().filter(c -> c.report().equals(report) && c.id().equals(id)).findFirst();
  }

  @Override
  public boolean replace(Comment next) {
    Optional<Comment> before =
        find(next.report(), next.id()).filter(c -> c.version() == next.version() - 1);
    before.ifPresent(comment -> stored.set(stored.indexOf(comment), next));
    return before.isPresent();
  }

  @Override
  public boolean remove(Comment current) {
    return stored.remove(current);
  }

  @Override
  public Page<Comment> list(ReportId report, int limit, Optional<PageToken> page) {
    List<Comment> all = stored.stream().filter(c -> c.report().equals(report)).toList();
    int from = page.map(token -> Integer.parseInt(token.value())).orElse(0);
    int end = Math.min(all.size(), from + limit);
    return new Page<>(
        all.subList(from, end),
        end == all.size() ? Optional.empty() : Optional.of(new PageToken(Integer.toString(end))));
  }
}
