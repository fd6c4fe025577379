package dev.sallyport.domain.report;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody has searched for; may name people, never logged.
 *
 * @param query the words, at most {@link #MAX_QUERY} UTF-16 units; may be empty
 * @param filters by name, at most {@link #MAX_FILTERS} of at most {@link #MAX_NAME} and {@link
 *     #MAX_VALUE} UTF-16 units
 * @param at when, in UTC, to the millisecond
 */
public record RecentSearch(String query, SortedMap<String, String> filters, Instant at) {
  /** Most UTF-16 units of a query. */
  public static final int MAX_QUERY = 1000;

  /** Most filters. */
  public static final int MAX_FILTERS = 20;

  /** Most UTF-16 units of a filter's name. */
  public static final int MAX_NAME = 100;

  /** Most UTF-16 units of a filter's value. */
  public static final int MAX_VALUE = 200;

  /** Copies the filters and rejects what is over a limit. */
  public RecentSearch {
    filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    boolean areFiltersFine =
        filters.entrySet().stream()
            .allMatch(filter ->
                !filter.getKey().isEmpty()
                    && filter.getKey().length() <= MAX_NAME
                    && filter.getValue().length() <= MAX_VALUE);
    if (query.length() > MAX_QUERY || filters.size() > MAX_FILTERS || !areFiltersFine) {
      throw new IllegalArgumentException("a search is too long to remember");
    }
  }

  /** Tells whether another one asks for the same, whenever. */
  public boolean asksTheSameAs(RecentSearch other) {
    return query.equals(other.query) && filters.equals(other.filters);
  }

  @Override
  public String toString() {
    return "RecentSearch[" + at + "]";
  }
}
