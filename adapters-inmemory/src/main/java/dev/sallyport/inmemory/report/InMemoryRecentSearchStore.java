package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Keeps ten searches for each user in a map of this process. */
@Singleton
final class InMemoryRecentSearchStore implements RecentSearchStore {
  private final Transactions transactions;
  private final Map<Subject, RecentSearches> searches = new HashMap<>();

  @Inject
  InMemoryRecentSearchStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public RecentSearches of(Subject owner) {
    return transactions.read(() -> searches.getOrDefault(owner, RecentSearches.none(owner)));
  }

  @Override
  public boolean replace(RecentSearches next) {
    return transactions.write(1, () -> replaceNow(next));
  }

  private boolean replaceNow(RecentSearches next) {
    if (next.version() < 1 || of(next.owner()).version() != next.version() - 1) {
      return false;
    }
    searches.put(next.owner(), next);
    return true;
  }
}
