package dev.sallyport.inmemory.sla;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import dev.sallyport.inmemory.shared.TimeIndex;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps SLA errors in maps of this process, with an index for all of them and one for each folder.
 *
 * <p>Memory: each that is accepted removes up to {@link #SWEEP} that have expired, so that there
 * are never many more than those that readers see.
 */
@Singleton
final class InMemorySlaErrorStore implements SlaErrorStore {
  private static final int SWEEP = 8;

  private final Transactions transactions;
  private final Map<SlaErrorId, SlaError> errors = new HashMap<>();
  private final TimeIndex<SlaErrorId> all = new TimeIndex<>();
  private final TimeIndex<SlaErrorId> expiring = new TimeIndex<>();
  private final Map<Folder, TimeIndex<SlaErrorId>> folders = new HashMap<>();

  @Inject
  InMemorySlaErrorStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public AcceptOutcome accept(SlaError error) {
    return transactions.write(1, () -> acceptNow(error));
  }

  private AcceptOutcome acceptNow(SlaError error) {
    Instant now = error.affectedDate();
    SlaError stored = errors.get(error.id());
    if (stored != null && stored.isLiveAt(now)) {
      return new AcceptOutcome.Repeated();
    }
    if (stored != null) {
      remove(stored);
    }
    expiring.earliest(now, SWEEP, Optional.empty()).items().stream()
        .map(errors::get)
        .filter(Objects::nonNull)
        .forEach(this::remove);
    errors.put(error.id(), error);
    all.add(now, error.id());
    expiring.add(error.expiresAt(), error.id());
    folders.computeIfAbsent(error.breach().folder(), _ -> new TimeIndex<>()).add(now, error.id());
    return new AcceptOutcome.Accepted();
  }

  private void remove(SlaError error) {
    errors.remove(error.id());
    all.remove(error.affectedDate(), error.id());
    expiring.remove(error.expiresAt(), error.id());
    folders.computeIfPresent(
        error.breach().folder(),
        (_, index) -> {
          index.remove(error.affectedDate(), error.id());
          return index.isEmpty() ? null : index;
        });
  }

  @Override
  public Optional<SlaError> find(SlaErrorId id, Instant now) {
    return transactions.read(
        () -> Optional.ofNullable(errors.get(id)).filter(error -> error.isLiveAt(now)));
  }

  @Override
  public Page<SlaError> list(
      SlaErrorQuery query, Instant now, int limit, Optional<PageToken> page) {
    return transactions.read(() -> {
      Page<SlaErrorId> ids = ids(query, limit, page);
      return new Page<>(
          ids.items().stream()
              .map(errors::get)
              .filter(Objects::nonNull)
              .filter(error -> error.isLiveAt(now))
              .toList(),
          ids.next());
    });
  }

  private Page<SlaErrorId> ids(SlaErrorQuery query, int limit, Optional<PageToken> page) {
    return switch (query) {
      case SlaErrorQuery.InFolder in ->
          Optional.ofNullable(folders.get(in.folder()))
              .orElseGet(TimeIndex::new)
              .between(in.from(), in.to().minusNanos(1), limit, page);
      case SlaErrorQuery.OnDay on -> {
        Instant begin = on.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        yield all.between(begin, begin.plus(Duration.ofDays(1)).minusNanos(1), limit, page);
      }
    };
  }
}
