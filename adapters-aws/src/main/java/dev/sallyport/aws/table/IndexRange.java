package dev.sallyport.aws.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to read of a list that is sorted by {@link Place} and spread over {@link Shards}.
 *
 * @param table its name
 * @param index name of the index; nothing for the table itself, which is then read consistently
 * @param shard the attribute that names the shard
 * @param place the attribute that holds the place
 * @param shards partition keys to read
 * @param bounds which places
 */
public record IndexRange(
    String table,
    Optional<String> index,
    String shard,
    String place,
    List<String> shards,
    Bounds bounds) {
  /** Copies the list. */
  public IndexRange {
    shards = List.copyOf(shards);
  }

  /** Reads an index of a table. */
  public static IndexRange of(String table, TableIndex index, List<String> shards, Bounds bounds) {
    return of(table, Optional.of(index.name()), index.key(), shards, bounds);
  }

  /** Reads a table that is sorted itself. */
  public static IndexRange of(String table, TableKey key, List<String> shards, Bounds bounds) {
    return of(table, Optional.empty(), key, shards, bounds);
  }

  private static IndexRange of(
      String table, Optional<String> index, TableKey key, List<String> shards, Bounds bounds) {
    return new IndexRange(table, index, key.partition(), key.sort().orElseThrow(), shards, bounds);
  }

  /** Which places, and in which order. */
  public sealed interface Bounds {
    /**
     * Earliest first.
     *
     * @param from the first text
     * @param to the last text
     */
    record Ascending(String from, String to) implements Bounds {}

    /**
     * Latest first.
     *
     * @param before the first text that is too late
     */
    record Descending(String before) implements Bounds {}

    /** What every place is later than. */
    String BEGIN = "0";

    /** What no place is later than. */
    String END = ":";
  }

  /**
   * Returns the same list from a text on.
   *
   * @throws IllegalArgumentException when the order descends or the text is outside
   */
  IndexRange from(String text) {
    if (bounds instanceof Bounds.Ascending(String from, String to)
        && text.compareTo(from) >= 0
        && text.substring(0, Math.min(text.length(), to.length())).compareTo(to) <= 0) {
      // Behind the last text nothing is left, but a range still has to end where it begins.
      Bounds rest = new Bounds.Ascending(text, text.compareTo(to) > 0 ? text : to);
      return new IndexRange(table, index, shard, place, shards, rest);
    }
    throw new IllegalArgumentException("not a page token of this list");
  }

  String condition() {
    return switch (bounds) {
      case Bounds.Ascending _ -> "#shard = :shard AND #place BETWEEN :from AND :to";
      case Bounds.Descending _ -> "#shard = :shard AND #place < :before";
    };
  }

  Map<String, String> values(String shard) {
    return switch (bounds) {
      case Bounds.Ascending(String from, String to) ->
          Map.of(":shard", shard, ":from", from, ":to", to);
      case Bounds.Descending(String before) -> Map.of(":shard", shard, ":before", before);
    };
  }

  boolean isAscending() {
    return bounds instanceof Bounds.Ascending;
  }
}
