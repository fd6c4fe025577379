package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The last {@link #MAX} different searches of one user, the latest first.
 *
 * @param owner whose
 * @param searches no two that ask for the same
 * @param version 0 for a user who has not searched, one more with every search
 */
public record RecentSearches(Subject owner, List<RecentSearch> searches, long version) {
  /** Most searches that are remembered. */
  public static final int MAX = 10;

  /** Copies the list and rejects too many searches and a negative version. */
  public RecentSearches {
    searches = List.copyOf(searches);
    if (searches.size() > MAX || version < 0) {
      throw new IllegalArgumentException("at most 10 searches are remembered");
    }
  }

  /** Returns those of a user who has not searched. */
  public static RecentSearches none(Subject owner) {
    return new RecentSearches(owner, List.of(), 0);
  }

  /** Returns the next version, in which this search comes first and the oldest may be forgotten. */
  public RecentSearches with(RecentSearch latest) {
    List<RecentSearch> next = new ArrayList<>(List.of(latest));
    searches.stream()
        .filter(search -> !search.asksTheSameAs(latest))
        .limit(MAX - 1L)
        .forEach(next::add);
    return new RecentSearches(owner, next, version + 1);
  }

  /** Returns the next version, in which no search names this id. */
  public RecentSearches without(UUID id) {
    return new RecentSearches(
        owner,
        searches.stream().filter(search -> !search.names().contains(id)).toList(),
        version + 1);
  }
}
