package dev.sallyport.aws.table;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Spreads what would otherwise all have one partition key, such as "everything, by time": a
 * partition takes 1,000 writes of a kilobyte a second (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">partition
 * keys</a>).
 *
 * <p>What was stored under a shard is found under it alone, so {@link #COUNT} never gets smaller.
 */
public final class Shards {
  /** How many there are. */
  public static final int COUNT = 8;

  private Shards() {}

  /** Returns the partition key of something. */
  public static String of(String list, UUID id) {
    return name(list, Math.floorMod(id.hashCode(), COUNT));
  }

  /** Returns all partition keys of a list. */
  public static List<String> all(String list) {
    return IntStream.range(0, COUNT).mapToObj(shard -> name(list, shard)).toList();
  }

  private static String name(String list, int shard) {
    return list + "#" + shard;
  }
}
