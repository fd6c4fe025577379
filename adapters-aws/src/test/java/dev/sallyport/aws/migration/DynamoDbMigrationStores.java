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

/** The stores of a deployment of its own on DynamoDB Local. */
record DynamoDbMigrationStores(DynamoDbFamily family, TableSettings tables, MutableClock clock)
    implements MigrationStores {
  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .endpointOverride(DynamoDbLocal.shared().uri())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
          .httpClient(Apache5HttpClient.create())
          .build();

  static DynamoDbMigrationStores open() {
    MutableClock clock = MutableClock.atNoon();
    TableSettings tables = TableSettings.of("t" + UUID.randomUUID());
    return new DynamoDbMigrationStores(DynamoDbFamily.open(tables, clock), tables, clock);
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
    Map<String, AttributeValue> item = new HashMap<>();
    record.forEach((name, value) -> item.put(name.value(), RecordItem.encode(value)));
    CLIENT.putItem(put -> put.tableName(tables.prefix() + "-" + table).item(item));
  }

  @Override
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return CLIENT
        .scanPaginator(scan -> scan.tableName(tables.prefix() + "-" + table).consistentRead(true))
        .items()
        .stream()
        .map(RecordItem::shown)
        .toList();
  }
}
