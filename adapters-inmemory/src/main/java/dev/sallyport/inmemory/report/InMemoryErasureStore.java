package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
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

/** Keeps erasures and what they remove in maps of this process, until it ends. */
@Singleton
final class InMemoryErasureStore implements ErasureStore {
  private static final int MAX_LIMIT = 100;

  private final Transactions transactions;
  private final Map<ReportId, Erasure> erasures = new HashMap<>();
  private final Map<ReportId, List<ErasedThing>> things = new HashMap<>();
  private final TimeIndex<ReportId> running = new TimeIndex<>();

  @Inject
  InMemoryErasureStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean create(Erasure first) {
    // The erasure is an item, its place among those that go on the other.
    return transactions.write(
        2,
        () -> {
          if (erasures.putIfAbsent(first.report(), first) != null) {
            return false;
          }
          running.add(first.startedAt(), first.report());
          return true;
        });
  }

  @Override
  public Optional<Erasure> find(ReportId report) {
    return transactions.read(() -> Optional.ofNullable(erasures.get(report)));
  }

  @Override
  public boolean replace(Erasure next) {
    return transactions.write(2 + next.pending().size(), () -> replaceNow(next));
  }

  private boolean replaceNow(Erasure next) {
    Erasure stored = erasures.get(next.report());
    if (stored == null || stored.revision() != next.revision() - 1) {
      return false;
    }
    erasures.put(next.report(), next);
    things.computeIfAbsent(next.report(), _ -> new ArrayList<>()).addAll(next.pending());
    if (!next.isRunning()) {
      running.remove(next.startedAt(), next.report());
    }
    return true;
  }

  @Override
  public List<Erasure> running(int limit) {
    return transactions.read(() ->
        running.earliest(Instant.MAX, limit, Optional.empty()).items().stream()
            .map(erasures::get)
            .filter(Objects::nonNull)
            .toList());
  }

  @Override
  public Page<ErasedThing> things(ReportId report, int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    int from = page.map(InMemoryErasureStore::number).orElse(0);
    return transactions.read(() -> {
      List<ErasedThing> all = things.getOrDefault(report, List.of());
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
