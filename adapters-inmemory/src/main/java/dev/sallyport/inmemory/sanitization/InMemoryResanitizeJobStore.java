package dev.sallyport.inmemory.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.inmemory.shared.TimeIndex;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps jobs and their changes in maps of this process, until it ends. */
@Singleton
final class InMemoryResanitizeJobStore implements ResanitizeJobStore {
  private static final int MAX_LIMIT = 100;

  private final Transactions transactions;
  private final Map<ResanitizeJobId, ResanitizeJob> jobs = new HashMap<>();
  private final Map<ResanitizeJobId, List<VerdictChange>> changes = new HashMap<>();
  private final TimeIndex<ResanitizeJobId> running = new TimeIndex<>();

  @Inject
  InMemoryResanitizeJobStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CreateOutcome create(ResanitizeJob job) {
    // The job is an item, its place among those that go on the other.
    return transactions.write(
        2,
        () -> {
          if (jobs.putIfAbsent(job.id(), job) != null) {
            return new CreateOutcome.Exists();
          }
          running.add(job.startedAt(), job.id());
          return new CreateOutcome.Created();
        });
  }

  @Override
  public Optional<ResanitizeJob> find(ResanitizeJobId id) {
    return transactions.read(() -> Optional.ofNullable(jobs.get(id)));
  }

  @Override
  public ReplaceOutcome replace(ResanitizeJob next, List<VerdictChange> changed) {
    if (changed.size() > MAX_CHANGES) {
      throw new IllegalArgumentException("at most 50 changes at a time");
    }
    return transactions.write(2 + changed.size(), () -> replaceNow(next, List.copyOf(changed)));
  }

  private ReplaceOutcome replaceNow(ResanitizeJob next, List<VerdictChange> changed) {
    ResanitizeJob stored = jobs.get(next.id());
    if (stored == null || stored.revision() != next.revision() - 1) {
      return new ReplaceOutcome.Stale();
    }
    jobs.put(next.id(), next);
    if (!next.isRunning()) {
      running.remove(next.startedAt(), next.id());
    }
    changes.computeIfAbsent(next.id(), _ -> new ArrayList<>()).addAll(changed);
    return new ReplaceOutcome.Replaced();
  }

  @Override
  public Page<ResanitizeJob> running(int limit, Optional<PageToken> page) {
    return transactions.read(() -> {
      Page<ResanitizeJobId> ids = running.earliest(Instant.MAX, limit, page);
      return new Page<>(
          ids.items().stream().map(jobs::get).filter(Objects::nonNull).toList(), ids.next());
    });
  }

  @Override
  public Page<VerdictChange> changes(ResanitizeJobId id, int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    int from = page.map(InMemoryResanitizeJobStore::number).orElse(0);
    return transactions.read(() -> {
      List<VerdictChange> all = changes.getOrDefault(id, List.of());
      int first = Math.min(from, all.size());
      int end = Math.min(first + limit, all.size());
      Optional<PageToken> next =
          end == all.size() ? Optional.empty() : Optional.of(new PageToken(Integer.toString(end)));
      return new Page<>(all.subList(first, end), next);
    });
  }

  private static int number(PageToken token) {
    // A text that is no number throws what a token that makes no sense has to throw.
    int number = Integer.parseInt(token.value());
    if (number < 0) {
      throw new IllegalArgumentException("not a page token of this list");
    }
    return number;
  }
}
