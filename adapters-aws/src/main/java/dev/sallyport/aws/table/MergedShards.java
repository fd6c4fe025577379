package dev.sallyport.aws.table;

import dev.sallyport.application.shared.PageToken;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads a list by an index that holds whole items, spread over shards and sorted within each by an
 * instant that several may share.
 *
 * <p>The order is by the instant, then by the shard, then the index's own among equals, which does
 * not change. So the last entry of a page says for every shard where it goes on: behind that entry
 * in its own, behind its instant in those before, at its instant in those after. Each shard is read
 * in small steps, and only as far as the page needs it.
 */
public final class MergedShards {
  private final TableReads reads;

  @Inject
  MergedShards(TableReads reads) {
    this.reads = reads;
  }

  /**
   * An item with where it stands.
   *
   * @param item all of it
   * @param cursor where the list goes on behind it
   */
  public record Entry(Map<String, AttributeValue> item, Cursor cursor) {}

  /**
   * Where a list goes on.
   *
   * @param shard number of the shard of the last entry
   * @param place instant and id of the last entry
   */
  public record Cursor(int shard, Place place) {
    private static final char BETWEEN = '/';

    /**
     * Reads what {@link #token} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Cursor of(PageToken token) {
      String text = token.value();
      int between = text.indexOf(BETWEEN);
      if (between < 0) {
        throw new IllegalArgumentException("not a page token of this list");
      }
      int shard = Integer.parseInt(text.substring(0, between));
      if (shard < 0) {
        throw new IllegalArgumentException("not a page token of this list");
      }
      return new Cursor(shard, Place.parse(text.substring(between + 1)));
    }

    /** Returns the token of a page that ends with this entry. */
    public PageToken token() {
      return new PageToken(Integer.toString(shard) + BETWEEN + place);
    }
  }

  /**
   * Returns the first entries of a list, earliest first.
   *
   * @param range over ascending instants
   * @param placeOf reads instant and id of an item, whose key is the id alone
   * @param count most entries
   * @param after the last entry of the page before
   */
  public List<Entry> first(
      IndexRange range,
      Function<Map<String, AttributeValue>, Place> placeOf,
      int count,
      Optional<Cursor> after) {
    int step = 1 + count / range.shards().size();
    PriorityQueue<Shard> shards =
        new PriorityQueue<>(Comparator.comparing(Shard::at).thenComparingInt(Shard::number));
    for (int number = 0; number < range.shards().size(); number++) {
      Shard shard = new Shard(range, number, placeOf, step);
      after.ifPresent(shard::goBehind);
      if (shard.advance()) {
        shards.add(shard);
      }
    }
    List<Entry> entries = new ArrayList<>();
    while (entries.size() < count && !shards.isEmpty()) {
      Shard next = shards.remove();
      entries.add(next.head());
      if (entries.size() < count && next.advance()) {
        shards.add(next);
      }
    }
    return entries;
  }

  /** One shard that is being read. */
  private final class Shard {
    private final int number;
    private final Function<Map<String, AttributeValue>, Place> placeOf;
    private final int step;
    private final Deque<Map<String, AttributeValue>> read = new ArrayDeque<>();
    private IndexRange range;
    private Map<String, AttributeValue> last = Map.of();
    private boolean ended;
    private Optional<Entry> head = Optional.empty();

    Shard(
        IndexRange range,
        int number,
        Function<Map<String, AttributeValue>, Place> placeOf,
        int step) {
      this.range = range;
      this.number = number;
      this.placeOf = placeOf;
      this.step = step;
    }

    int number() {
      return number;
    }

    Entry head() {
      return head.orElseThrow();
    }

    String at() {
      return Place.beginOf(head().cursor().place().at());
    }

    void goBehind(Cursor cursor) {
      Place place = cursor.place();
      String at = Place.beginOf(place.at());
      range = range.from(number < cursor.shard() ? Place.endOf(place.at()) : at);
      if (number == cursor.shard()) {
        last =
            Map.of(
                range.shard(), AttributeValue.fromS(range.shards().get(number)),
                range.place(), AttributeValue.fromS(at),
                TableDefinitions.SLA_ERRORS.partition(),
                    AttributeValue.fromS(place.id().toString()));
      }
    }

    /** Goes to the next entry, if there is one. */
    boolean advance() {
      while (read.isEmpty() && !ended) {
        QueryResponse page = reads.read(range, range.shards().get(number), step, last);
        read.addAll(page.items());
        last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        ended = last.isEmpty();
      }
      head =
          Optional.ofNullable(read.poll())
              .map(item -> new Entry(item, new Cursor(number, placeOf.apply(item))));
      return head.isPresent();
    }
  }
}
