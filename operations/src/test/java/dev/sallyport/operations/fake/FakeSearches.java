package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import java.util.HashMap;
import java.util.Map;

/** Recent searches in a map. */
public final class FakeSearches implements RecentSearchStore {
  private final Map<Subject, RecentSearches> stored = new HashMap<>();

  @Override
  public RecentSearches of(Subject owner) {
    return stored.getOrDefault(owner, RecentSearches.none(owner));
  }

  @Override
  public boolean replace(RecentSearches next) {
    stored.put(next.owner(), next);
    return true;
  }
}
