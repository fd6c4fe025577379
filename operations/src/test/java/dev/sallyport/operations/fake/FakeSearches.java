package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Recent searches in a map. */
public final class FakeSearches implements RecentSearchStore {
  private final Map<Subject, RecentSearches> stored = new HashMap<>();

  @Override
  public RecentSearches of(Subject owner) {
    return stored.getOrDefault(owner, RecentSearches.none(owner));
  }

  @Override
  public List<Subject> whoNamed(UUID id, int limit) {
    return stored.values().stream()
        .filter(searches -> searches.searches().stream().anyMatch(s -> s.names().contains(id)))
        .map(RecentSearches::owner)
        .toList();
  }

  @Override
  public void unlist(UUID id, Subject owner) {
    // There is no list beside the searches.
  }

  @Override
  public boolean replace(RecentSearches next) {
    stored.put(next.owner(), next);
    return true;
  }
}
