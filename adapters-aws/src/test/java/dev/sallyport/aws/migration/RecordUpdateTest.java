package dev.sallyport.aws.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.aws.table.TableKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

class RecordUpdateTest {
  private static final TableKey KEY = new TableKey("id", Optional.empty());
  private static final SchemaName BIO = new SchemaName("bio");

  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "id", AttributeValue.fromS("p1"),
          "handle", AttributeValue.fromS("ann"),
          "tags", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))));

  private static Update of(Map<String, AttributeValue> item, Map<SchemaName, Scalar> then) {
    return RecordUpdate.of("t", KEY, item, RecordItem.shown(item), then, 101).update();
  }

  /** Returns an expression with its aliases replaced by what they stand for. */
  private static String spelled(Update update, String expression) {
    String spelled = expression;
    for (Map.Entry<String, String> name : update.expressionAttributeNames().entrySet()) {
      spelled = spelled.replace(name.getKey(), name.getValue());
    }
    for (Map.Entry<String, AttributeValue> value : update.expressionAttributeValues().entrySet()) {
      spelled = spelled.replace(value.getKey(), text(value.getValue()));
    }
    return spelled;
  }

  private static String text(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> value.n();
      default -> value.type().name();
    };
  }

  @Test
  void aRecordIsWrittenOnlyWhileItIsAsItWasRead() {
    Map<SchemaName, Scalar> then = new HashMap<>(RecordItem.shown(ITEM));
    then.put(BIO, new Scalar.Text("new"));
    Update update = of(ITEM, then);

    assertThat(spelled(update, update.conditionExpression()).split(" and "))
        .containsExactlyInAnyOrder(
            "id = p1",
            "handle = ann",
            "tags = L",
            "attribute_not_exists(schemaVersion)",
            "attribute_not_exists(bio)");
    assertThat(spelled(update, update.updateExpression()))
        .isEqualTo("set schemaVersion = 101, bio = new");
    assertThat(update.key()).containsOnlyKeys("id");
  }

  @Test
  void whatAnEarlierStepHasWrittenIsWrittenOnlyFromItsVersion() {
    Map<String, AttributeValue> item = new HashMap<>(ITEM);
    item.put("schemaVersion", AttributeValue.fromN("100"));
    Update update = of(item, RecordItem.shown(item));

    assertThat(spelled(update, update.conditionExpression()).split(" and "))
        .contains("schemaVersion = 100");
    assertThat(spelled(update, update.updateExpression())).isEqualTo("set schemaVersion = 101");
  }

  @Test
  void whatAStepDoesNotSeeStaysAndWhatItDropsGoes() {
    Map<SchemaName, Scalar> then = new HashMap<>(RecordItem.shown(ITEM));
    then.remove(new SchemaName("handle"));
    Update update = of(ITEM, then);

    assertThat(spelled(update, update.updateExpression()))
        .isEqualTo("set schemaVersion = 101 remove handle");
  }
}
