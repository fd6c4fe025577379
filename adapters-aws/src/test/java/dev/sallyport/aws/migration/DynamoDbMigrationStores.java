package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.migration.MigrationStores;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.servers.DynamoDbLocal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The stores of a deployment of its own on DynamoDB Local. */
record DynamoDbMigrationStores(DynamoDbFamily family, TableSettings tables, MutableClock clock)
    implements MigrationStores {
  /** Most items of one batch write. */
  private static final int BATCH = 25;

  private static final URI SERVER = DynamoDbLocal.start().uri();

  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .endpointOverride(SERVER)
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
          .httpClient(Apache5HttpClient.create())
          .build();

  static DynamoDbMigrationStores open() {
    MutableClock clock = MutableClock.atNoon();
    TableSettings tables = TableSettings.of("t" + UUID.randomUUID());
    return new DynamoDbMigrationStores(DynamoDbFamily.openOn(SERVER, tables, clock), tables, clock);
  }

  @Override
  public Schema schema() {
    return family.schema();
  }

  @Override
  public MigrationLedger ledger() {
    return family.migrationLedger();
  }

  @Override
  public MigrationLease lease() {
    return family.migrationLease();
  }

  @Override
  public void put(SchemaName table, Map<SchemaName, Scalar> record) {
    CLIENT.putItem(put -> put.tableName(name(table)).item(item(record)));
  }

  @Override
  public void putAll(SchemaName table, List<Map<SchemaName, Scalar>> records) {
    for (int from = 0; from < records.size(); from += BATCH) {
      List<WriteRequest> batch =
          records.subList(from, Math.min(records.size(), from + BATCH)).stream()
              .map(record ->
                  WriteRequest.builder().putRequest(put -> put.item(item(record))).build())
              .toList();
      BatchWriteItemResponse answer =
          CLIENT.batchWriteItem(write -> write.requestItems(Map.of(name(table), batch)));
      if (answer.hasUnprocessedItems() && !answer.unprocessedItems().isEmpty()) {
        throw new AssertionError("this server is never too busy");
      }
    }
  }

  private String name(SchemaName table) {
    return tables.prefix() + "-" + table;
  }

  private static Map<String, AttributeValue> item(Map<SchemaName, Scalar> record) {
    Map<String, AttributeValue> item = new HashMap<>();
    record.forEach((name, value) -> item.put(name.value(), RecordItem.encode(value)));
    return item;
  }

  @Override
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return CLIENT
        .scanPaginator(scan -> scan.tableName(name(table)).consistentRead(true))
        .items()
        .stream()
        .map(RecordItem::shown)
        .toList();
  }
}
