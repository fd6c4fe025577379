package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.ScriptedHttp;
import dev.sallyport.servers.DynamoDbLocal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class TableSetupOnDynamoDbLocalIT {
  private final TableClients clients =
      new TestTables(
              UrlConnectionHttpClient.create(),
              DynamoDbLocal.shared().uri(),
              Duration.ofSeconds(20))
          .clients();
  private final TableSettings settings = TableSettings.of("t" + UUID.randomUUID());
  private final TableSetup setup = new TableSetup(clients, settings);

  @Test
  void whatIsCreatedIsWhatIsExpected() {
    setup.createMissing();

    assertThatCode(setup::verify).doesNotThrowAnyException();
    assertThatCode(setup::createMissing).doesNotThrowAnyException();
  }

  @Test
  void tablesThatAreMissingAreNamed() {
    assertThatThrownBy(setup::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "table %1$s-attachments does not exist; table %1$s-reports does not exist;"
                    .formatted(settings.prefix())
                + " table %s-outbox does not exist".formatted(settings.prefix()));
  }

  @Test
  void whatDiffersIsNamed() {
    DynamoDbClient client = clients.repeatable();
    client.createTable(table ->
        table
            .tableName(settings.reports())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key -> key.attributeName("pk").keyType(KeyType.HASH))
            .attributeDefinitions(
                pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                status -> status.attributeName("status").attributeType(ScalarAttributeType.N))
            .globalSecondaryIndexes(index ->
                index
                    .indexName("StatusIndex")
                    .keySchema(key -> key.attributeName("status").keyType(KeyType.HASH))
                    .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))));
    client.createTable(table ->
        table
            .tableName(settings.attachments())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
            .attributeDefinitions(
                id -> id.attributeName("id").attributeType(ScalarAttributeType.N)));

    String attachments = "table " + settings.attachments();
    String reports = "table " + settings.reports();
    assertThatThrownBy(setup::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            String.join(
                "; ",
                attachments + " has the key (id N HASH) instead of (id S HASH)",
                attachments + ", index DueIndex does not exist",
                attachments + " does not expire items by expiresAt",
                reports + " has the key (pk S HASH) instead of (id S HASH)",
                reports + ", index ReceivedIndex does not exist",
                reports
                    + ", index StatusIndex has the key (status N HASH)"
                    + " instead of (statusShard S HASH, listPlace S RANGE)",
                reports + ", index SeverityIndex does not exist",
                reports + ", index AssigneeIndex does not exist",
                "table " + settings.outbox() + " does not exist"));
  }

  @Test
  void whatCannotBeFoundOutIsNoDifference() {
    ScriptedHttp http = new ScriptedHttp().otherwiseRefuse(400, "AccessDeniedException");

    assertThatThrownBy(() -> new TableSetup(new TestTables(http).clients(), settings).verify())
        .isInstanceOf(PortUnavailableException.class);
  }
}
