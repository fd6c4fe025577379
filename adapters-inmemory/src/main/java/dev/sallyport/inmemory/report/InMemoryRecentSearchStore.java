package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps ten searches for each user in a map of this process. */
@Singleton
final class InMemoryRecentSearchStore implements RecentSearchStore {
  private final Transactions transactions;
  private final Map<Subject, RecentSearches> searches = new HashMap<>();
  private final Map<UUID, Set<Subject>> named = new HashMap<>();

  @Inject
  InMemoryRecentSearchStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public RecentSearches of(Subject owner) {
    return transactions.read(() -> searches.getOrDefault(owner, RecentSearches.none(owner)));
  }

  @Override
  public List<Subject> whoNamed(UUID id, int limit) {
    return transactions.read(() -> named.getOrDefault(id, Set.of()).stream().limit(limit).toList());
  }

  @Override
  public void unlist(UUID id, Subject owner) {
    transactions.write(1, () -> named.getOrDefault(id, new HashSet<>()).remove(owner));
  }

  @Override
  public boolean replace(RecentSearches next) {
    int named = next.searches().isEmpty() ? 0 : next.searches().getFirst().names().size();
    return transactions.write(1 + named, () -> replaceNow(next));
  }

  private boolean replaceNow(RecentSearches next) {
    if (next.version() < 1 || of(next.owner()).version() != next.version() - 1) {
      return false;
    }
    searches.put(next.owner(), next);
    next.searches().stream()
        .limit(1)
        .flatMap(latest -> latest.names().stream())
        .forEach(id -> named.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(next.owner()));
    return true;
  }
}
