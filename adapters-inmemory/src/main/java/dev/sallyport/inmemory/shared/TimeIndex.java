package dev.sallyport.inmemory.shared;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ids in the order of an instant, then of their text; a page costs as much as it shows, however
 * much there is.
 *
 * <p>A page token names the last entry that was shown, not a number of entries, so that pages
 * neither skip nor repeat what stays where it is while others come and go. Not thread-safe: used
 * within {@link Transactions}.
 *
 * @param <I> an id; different ids have different texts
 */
public final class TimeIndex<I> {
  private static final int MAX_LIMIT = 100;

  private final NavigableMap<Key, I> entries = new TreeMap<>();

  private record Key(Instant at, String text) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? text.compareTo(other.text) : byTime;
    }
  }

  /** Adds an id; adding it again changes nothing. */
  public void add(Instant at, I id) {
    entries.put(new Key(at, id.toString()), id);
  }

  /** Removes what was added, if it was. */
  public void remove(Instant at, I id) {
    entries.remove(new Key(at, id.toString()));
  }

  /** Tells whether nothing is in it. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Returns ids up to and including an instant, earliest first.
   *
   * @param limit 1 to 100
   * @param after the token of the page before
   */
  public Page<I> earliest(Instant until, int limit, Optional<PageToken> after) {
    NavigableMap<Key, I> rest = after.map(t -> entries.tailMap(read(t), false)).orElse(entries);
    Key last = new Key(until, "\uffff");
    return page(rest.headMap(last, true), limit);
  }

  /**
   * Returns ids from one instant to another, both included, earliest first.
   *
   * @param limit 1 to 100
   * @param after the token of the page before
   */
  public Page<I> between(Instant since, Instant until, int limit, Optional<PageToken> after) {
    Key first = after.map(TimeIndex::read).orElse(new Key(since, ""));
    Key last = new Key(until, "\uffff");
    boolean isEmpty = first.compareTo(last) > 0;
    return page(
        isEmpty ? new TreeMap<>() : entries.subMap(first, after.isEmpty(), last, true), limit);
  }

  /**
   * Returns ids, latest first.
   *
   * @param limit 1 to 100
   * @param after the token of the page before
   */
  public Page<I> latest(int limit, Optional<PageToken> after) {
    NavigableMap<Key, I> all = entries.descendingMap();
    return page(after.map(t -> all.tailMap(read(t), false)).orElse(all), limit);
  }

  private static <I> Page<I> page(NavigableMap<Key, I> rest, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    List<I> items = new ArrayList<>();
    Optional<Key> last = Optional.empty();
    for (var entry : rest.entrySet()) {
      if (items.size() == limit) {
        return new Page<>(items, last.map(TimeIndex::write));
      }
      items.add(entry.getValue());
      last = Optional.of(entry.getKey());
    }
    return new Page<>(items, Optional.empty());
  }

  private static PageToken write(Key key) {
    return new PageToken(key.at() + "/" + key.text());
  }

  private static Key read(PageToken token) {
    String[] parts = token.value().split("/", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("not a page token of this list");
    }
    try {
      return new Key(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a page token of this list", e);
    }
  }
}
