package dev.sallyport.aws.table;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Deletes items for good, many at a time, each by itself; deleting one again changes nothing. */
@Singleton
public final class TableDeletes {
  /**
   * Most of one call (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>).
   */
  private static final int BATCH = 25;

  private static final int MOST_FAILURES = 8;

  private final TableClients clients;
  private final Backoff backoff;

  @Inject
  TableDeletes(TableClients clients, Backoff backoff) {
    this.clients = clients;
    this.backoff = backoff;
  }

  /**
   * Deletes items; those that are not there are fine.
   *
   * @param keys each once
   * @throws PortUnavailableException when some of them are still there
   * @throws OutcomeUnknownException when some of them may still be there
   */
  public void delete(String table, List<Map<String, AttributeValue>> keys) {
    for (int from = 0; from < keys.size(); from += BATCH) {
      deleteBatch(table, keys.subList(from, Math.min(from + BATCH, keys.size())));
    }
  }

  private void deleteBatch(String table, List<Map<String, AttributeValue>> keys) {
    List<WriteRequest> left = keys.stream().map(TableDeletes::request).toList();
    int failures = 0;
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> requests = Map.of(table, left);
      BatchWriteItemResponse response =
          Failures.writing(
              table, () -> clients.repeatable().batchWriteItem(w -> w.requestItems(requests)));
      List<WriteRequest> rest = response.unprocessedItems().getOrDefault(table, List.of());
      failures = rest.size() < left.size() ? 1 : failures + 1;
      if (!rest.isEmpty() && (failures > MOST_FAILURES || !backoff.pause(failures))) {
        throw new PortUnavailableException(table + " is throttled", null);
      }
      left = rest;
    }
  }

  private static WriteRequest request(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(DeleteRequest.builder().key(key).build()).build();
  }
}
