package dev.sallyport.aws.table;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads items by id and lists by index. Reads by id are strongly consistent: each sees every write
 * that was answered before it. Indexes lag (they cannot be read otherwise), so they say only which
 * items to look at.
 *
 * <p>Every method throws {@link PortUnavailableException} when the table cannot be read.
 */
@Singleton
public final class TableReads {
  /** Name of the partition key of items that are found by id. */
  public static final String ID = "id";

  /** Most items of one read of a batch. */
  public static final int BATCH = 100;

  private static final int MOST_FAILURES = 8;

  private final TableClients clients;
  private final Backoff backoff;

  @Inject
  TableReads(TableClients clients, Backoff backoff) {
    this.clients = clients;
    this.backoff = backoff;
  }

  /** Returns an item as it is now. */
  public Optional<Map<String, AttributeValue>> find(String table, String id) {
    return find(table, key(id));
  }

  /** Returns an item of another key as it is now. */
  public Optional<Map<String, AttributeValue>> find(String table, Map<String, AttributeValue> key) {
    GetItemResponse response =
        Failures.reading(
            table,
            () ->
                clients
                    .repeatable()
                    .getItem(get -> get.tableName(table).key(key).consistentRead(true)));
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }

  /**
   * Returns the items that exist among some, as they are now, by id.
   *
   * @param ids at most {@link #BATCH}, each once
   */
  public Map<String, Map<String, AttributeValue>> findAll(String table, Collection<String> ids) {
    Map<String, Map<String, AttributeValue>> found = new HashMap<>();
    List<Map<String, AttributeValue>> missing = ids.stream().map(TableReads::key).toList();
    int failures = 0;
    while (!missing.isEmpty()) {
      BatchGetItemResponse response = batch(table, missing);
      List<Map<String, AttributeValue>> items = response.responses().getOrDefault(table, List.of());
      items.forEach(item -> found.put(ItemReader.decode(table, item, i -> i.text(ID)), item));
      KeysAndAttributes rest = response.unprocessedKeys().get(table);
      missing = rest == null ? List.of() : rest.keys();
      // Some of many large items is what an answer of 16 MB has room for; none of them is
      // throttling.
      failures = items.isEmpty() ? failures + 1 : 0;
      if (!missing.isEmpty() && failures > 0) {
        waitAfter(failures, table);
      }
    }
    return found;
  }

  private BatchGetItemResponse batch(String table, List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return Failures.reading(
        table,
        () -> clients.repeatable().batchGetItem(get -> get.requestItems(Map.of(table, wanted))));
  }

  private void waitAfter(int failures, String table) {
    if (failures > MOST_FAILURES || !backoff.pause(failures)) {
      throw new PortUnavailableException(table + " is throttled", null);
    }
  }

  /**
   * Returns the first entries of a list over all its shards, in the list's order.
   *
   * @param count most entries
   */
  public List<Map<String, AttributeValue>> first(IndexRange range, int count) {
    List<Map<String, AttributeValue>> entries = new ArrayList<>();
    for (String shard : range.shards()) {
      entries.addAll(first(range, shard, count));
    }
    Comparator<Map<String, AttributeValue>> order =
        Comparator.comparing(entry -> placeOf(range, entry));
    entries.sort(range.isAscending() ? order : order.reversed());
    return entries.subList(0, Math.min(count, entries.size()));
  }

  private List<Map<String, AttributeValue>> first(IndexRange range, String shard, int count) {
    List<Map<String, AttributeValue>> entries = new ArrayList<>();
    Map<String, AttributeValue> last = Map.of();
    do {
      QueryResponse page = read(range, shard, count - entries.size(), last);
      entries.addAll(page.items());
      last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (entries.size() < count && !last.isEmpty());
    return entries;
  }

  /** Reads some entries of one shard, behind a key or from the first on. */
  QueryResponse read(IndexRange range, String shard, int limit, Map<String, AttributeValue> after) {
    QueryRequest request = query(range, shard, limit, after);
    return Failures.reading(range.table(), () -> clients.repeatable().query(request));
  }

  private static QueryRequest query(
      IndexRange range, String shard, int limit, Map<String, AttributeValue> after) {
    Map<String, AttributeValue> values = new HashMap<>();
    range.values(shard).forEach((name, value) -> values.put(name, AttributeValue.fromS(value)));
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(range.table())
            .keyConditionExpression(range.condition())
            .expressionAttributeNames(Map.of("#shard", range.shard(), "#place", range.place()))
            .expressionAttributeValues(values)
            .scanIndexForward(range.isAscending())
            .limit(limit);
    range.index().ifPresentOrElse(query::indexName, () -> query.consistentRead(true));
    if (!after.isEmpty()) {
      query.exclusiveStartKey(after);
    }
    return query.build();
  }

  /** Returns the place of an entry, as text. */
  public static String placeOf(IndexRange range, Map<String, AttributeValue> entry) {
    return ItemReader.decode(range.table(), entry, item -> item.text(range.place()));
  }

  /** Returns the key of an item that is found by id. */
  public static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, AttributeValue.fromS(id));
  }
}
