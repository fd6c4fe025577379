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
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
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
                + " table %1$s-outbox does not exist; table %1$s-jobs does not exist;"
                    .formatted(settings.prefix())
                + " table %s-triage does not exist;".formatted(settings.prefix())
                + " table %s-profiles does not exist;".formatted(settings.prefix())
                + " table %s-FileSlaErrors does not exist".formatted(settings.prefix()));
  }

  @Test
  void whatDiffersIsNamed() {
    DynamoDbClient client = clients.repeatable();
    client.createTable(
        table(settings.reports(), "pk", ScalarAttributeType.S)
            .attributeDefinitions(
                attribute("pk", ScalarAttributeType.S), attribute("status", ScalarAttributeType.N))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("StatusIndex")
                    .keySchema(hash("status"))
                    .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
                    .build())
            .build());
    client.createTable(table(settings.attachments(), "id", ScalarAttributeType.N).build());

    String attachments = "table " + settings.attachments();
    String reports = "table " + settings.reports();
    assertThatThrownBy(setup::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            String.join(
                "; ",
                attachments + " has the key (id N HASH) instead of (id S HASH)",
                attachments + ", index DueIndex does not exist",
                attachments + ", index JudgedIndex does not exist",
                attachments + " does not expire items by expiresAt",
                reports + " has the key (pk S HASH) instead of (id S HASH)",
                reports + ", index ReceivedIndex does not exist",
                reports
                    + ", index StatusIndex has the key (status N HASH)"
                    + " instead of (statusShard S HASH, listPlace S RANGE)",
                reports + ", index SeverityIndex does not exist",
                reports + ", index AssigneeIndex does not exist",
                "table " + settings.outbox() + " does not exist",
                "table " + settings.jobs() + " does not exist",
                "table " + settings.triage() + " does not exist",
                "table " + settings.profiles() + " does not exist",
                "table " + settings.slaErrors() + " does not exist"));
  }

  @Test
  void whatCannotBeFoundOutIsNoDifference() {
    ScriptedHttp http = new ScriptedHttp().otherwiseRefuse(400, "AccessDeniedException");

    assertThatThrownBy(() -> new TableSetup(new TestTables(http).clients(), settings).verify())
        .isInstanceOf(PortUnavailableException.class);
  }

  private static CreateTableRequest.Builder table(
      String name, String key, ScalarAttributeType type) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(hash(key))
        .attributeDefinitions(attribute(key, type));
  }

  private static KeySchemaElement hash(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }
}
