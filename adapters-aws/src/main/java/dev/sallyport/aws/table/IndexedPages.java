package dev.sallyport.aws.table;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a list page by page: first the index, which lags and holds keys only, then the items
 * themselves as they are now.
 *
 * <p>A page ends at a place in the list, not after a number of entries, so that pages neither skip
 * nor repeat what stays where it is. It may hold less than was asked for, even nothing, and have a
 * next one: an index still lists what has just left it.
 */
public final class IndexedPages {
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;

  @Inject
  IndexedPages(TableReads reads) {
    this.reads = reads;
  }

  /**
   * Reads a page.
   *
   * @param limit 1 to 100
   * @param decoder gets the place where the index has an item and the item as it is now; returns
   *     nothing when the item does not belong there any more
   * @throws IllegalArgumentException when the limit is out of range
   */
  public <T> Page<T> read(
      IndexRange range,
      int limit,
      BiFunction<Place, Map<String, AttributeValue>, Optional<T>> decoder) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    List<Map<String, AttributeValue>> entries = reads.first(range, limit + 1);
    boolean isLast = entries.size() <= limit;
    List<Map<String, AttributeValue>> shown = isLast ? entries : entries.subList(0, limit);
    Map<String, Map<String, AttributeValue>> items =
        reads.findAll(
            range.table(), shown.stream().map(entry -> idOf(range, entry)).distinct().toList());
    List<T> page = new ArrayList<>();
    for (Map<String, AttributeValue> entry : shown) {
      Optional.ofNullable(items.get(idOf(range, entry)))
          .flatMap(item -> decoder.apply(placeOf(range, entry), item))
          .ifPresent(page::add);
    }
    Optional<PageToken> next =
        isLast ? Optional.empty() : Optional.of(placeOf(range, shown.getLast()).token());
    return new Page<>(page, next);
  }

  private static String idOf(IndexRange range, Map<String, AttributeValue> entry) {
    return ItemReader.decode(range.table(), entry, item -> item.text(TableReads.ID));
  }

  private static Place placeOf(IndexRange range, Map<String, AttributeValue> entry) {
    return ItemReader.decode(
        range.table(), entry, item -> Place.parse(TableReads.placeOf(range, entry)));
  }
}
