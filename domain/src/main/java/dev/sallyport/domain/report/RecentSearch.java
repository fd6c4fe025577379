package dev.sallyport.domain.report;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Most ids that a search may name. */
  public static final int MAX_NAMED = 50;

  private static final Pattern ID =
      Pattern.compile(
          "(?<![0-9A-Fa-f-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f-])");

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
    if (named(query, filters).size() > MAX_NAMED) {
      throw new IllegalArgumentException("a search names too much to be remembered");
    }
  }

  /** Returns every id that stands in the words or in a value, such as that of a report. */
  public Set<UUID> names() {
    return named(query, filters);
  }

  private static Set<UUID> named(String query, SortedMap<String, String> filters) {
    return Stream.concat(Stream.of(query), filters.values().stream())
        .flatMap(text -> ID.matcher(text).results())
        .map(found -> UUID.fromString(found.group()))
        .collect(Collectors.toUnmodifiableSet());
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
