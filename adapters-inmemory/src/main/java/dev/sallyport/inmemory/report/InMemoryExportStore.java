package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.ExportId;
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

/** Keeps exports in a map of this process, until it ends. */
@Singleton
final class InMemoryExportStore implements ExportStore {
  private final Transactions transactions;
  private final Map<ExportId, Export> exports = new HashMap<>();
  private final TimeIndex<ExportId> running = new TimeIndex<>();
  private final TimeIndex<ExportId> done = new TimeIndex<>();

  @Inject
  InMemoryExportStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean create(Export first) {
    // The export is an item, its place among those that run the other.
    return transactions.write(
        2,
        () -> {
          if (exports.putIfAbsent(first.id(), first) != null) {
            return false;
          }
          running.add(first.startedAt(), first.id());
          return true;
        });
  }

  @Override
  public Optional<Export> find(ExportId id) {
    return transactions.read(() -> Optional.ofNullable(exports.get(id)));
  }

  @Override
  public boolean replace(Export next) {
    return transactions.write(3, () -> replaceNow(next));
  }

  private boolean replaceNow(Export next) {
    Export stored = exports.get(next.id());
    if (stored == null || stored.revision() != next.revision() - 1) {
      return false;
    }
    exports.put(next.id(), next);
    running.remove(next.startedAt(), next.id());
    done.remove(next.startedAt(), next.id());
    if (next.state() instanceof Export.State.Done) {
      done.add(next.startedAt(), next.id());
    }
    return true;
  }

  @Override
  public List<Export> running(int limit) {
    return first(running, limit);
  }

  @Override
  public List<Export> done(int limit) {
    return first(done, limit);
  }

  private List<Export> first(TimeIndex<ExportId> index, int limit) {
    return transactions.read(() ->
        index.earliest(Instant.MAX, limit, Optional.empty()).items().stream()
            .map(exports::get)
            .filter(Objects::nonNull)
            .toList());
  }
}
