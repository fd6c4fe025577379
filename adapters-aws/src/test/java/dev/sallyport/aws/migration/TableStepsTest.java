package dev.sallyport.aws.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.migration.port.Schema.DefineOutcome;
import dev.sallyport.aws.ScriptedHttp;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TestTables;
import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What DynamoDB Local never shows: tables and indexes that take their time. */
class TableStepsTest {
  private static final SchemaName PEOPLE = new SchemaName("people");
  private static final RecordKey KEY = new RecordKey(new SchemaName("id"), Optional.empty());
  private static final IndexShape BY_BIO =
      new IndexShape(
          new SchemaName("ByBio"), new RecordKey(new SchemaName("bio"), Optional.empty()), true);
  private static final Step.CreateTable CREATE =
      new Step.CreateTable(PEOPLE, KEY, Optional.empty(), List.of(BY_BIO));

  private final ScriptedHttp http = new ScriptedHttp();
  private final TableSteps steps =
      new TableSteps(new TestTables(http).shapes(), TableSettings.of("any"));

  private static String table(String status, String index) {
    return ("{\"Table\":{\"TableStatus\":\"%s\",\"KeySchema\":[{\"AttributeName\":\"id\","
            + "\"KeyType\":\"HASH\"}],\"GlobalSecondaryIndexes\":[%s]}}")
        .formatted(status, index);
  }

  private static String index(String status) {
    return ("{\"IndexName\":\"ByBio\",\"IndexStatus\":\"%s\",\"KeySchema\":[{\"AttributeName\":"
            + "\"bio\",\"KeyType\":\"HASH\"}],\"Projection\":{\"ProjectionType\":\"ALL\"}}")
        .formatted(status);
  }

  @Test
  void aTableIsAskedForOnceWithItsIndexesAndNotDoneBeforeItIsReady() {
    http.refuse(400, "ResourceNotFoundException", "")
        .ok("{}")
        .otherwise(table("CREATING", index("CREATING")));

    assertThat(steps.createTable(CREATE)).isEqualTo(new DefineOutcome.Unfinished());
    assertThat(steps.createTable(CREATE)).isEqualTo(new DefineOutcome.Unfinished());

    assertThat(http.bodies())
        .filteredOn(body -> body.contains("BillingMode"))
        .singleElement()
        .asString()
        .contains("\"any-people\"", "ByBio", "\"ProjectionType\":\"ALL\"");
  }

  @Test
  void aTableIsDoneWhenItIsReadyAndItsIndexesFindEverything() {
    http.ok(table("ACTIVE", index("CREATING"))).otherwise(table("ACTIVE", index("ACTIVE")));

    assertThat(steps.createTable(CREATE)).isEqualTo(new DefineOutcome.Defined());
  }

  @Test
  void anIndexThatIsStillBeingFilledIsNotAskedForAgain() {
    http.otherwise(table("ACTIVE", index("CREATING")));

    assertThat(steps.createIndex(new Step.CreateIndex(PEOPLE, BY_BIO)))
        .isEqualTo(new DefineOutcome.Unfinished());
    assertThat(http.bodies()).noneMatch(body -> body.contains("GlobalSecondaryIndexUpdates"));
  }

  @Test
  void anIndexThatThereIsNoRoomForNowIsAskedForLater() {
    http.ok(table("ACTIVE", ""))
        .refuse(400, "LimitExceededException", "")
        .otherwise(table("ACTIVE", ""));

    assertThat(steps.createIndex(new Step.CreateIndex(PEOPLE, BY_BIO)))
        .isEqualTo(new DefineOutcome.Unfinished());
  }

  @Test
  void anIndexThatIsBeingRemovedIsNotGoneYet() {
    http.otherwise(table("ACTIVE", index("DELETING")));

    assertThat(steps.dropIndex(PEOPLE, BY_BIO.name())).isEqualTo(new DefineOutcome.Unfinished());
  }
}
