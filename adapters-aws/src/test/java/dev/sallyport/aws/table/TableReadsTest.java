package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.ScriptedHttp;
import dev.sallyport.aws.table.IndexRange.Bounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableReadsTest {
  private static final Bounds ALL = new Bounds.Ascending(Bounds.BEGIN, Bounds.END);

  private final ScriptedHttp http = new ScriptedHttp();
  private final TestTables tables = new TestTables(http);
  private final TableReads reads = tables.reads();

  @Test
  void itemsAreReadConsistently() {
    assertThat(reads.find("things", "1")).isEmpty();

    assertThat(http.bodies())
        .containsExactly(
            "{\"TableName\":\"things\",\"Key\":{\"id\":{\"S\":\"1\"}},\"ConsistentRead\":true}");
  }

  @Test
  void batchesAreReadConsistentlyUntilNothingIsLeft() {
    http.ok(batch("1", "2", "3")).ok(batch("2", "3")).ok(batch("3"));

    assertThat(reads.findAll("things", List.of("1", "2", "3"))).containsOnlyKeys("1", "2", "3");

    assertThat(http.bodies()).hasSize(3).allMatch(body -> body.contains("\"ConsistentRead\":true"));
    assertThat(http.bodies().getLast()).contains("\"3\"").doesNotContain("\"1\"", "\"2\"");
    assertThat(tables.pauses).isEmpty();
  }

  @Test
  void batchesThatGetNowhereAreGivenUp() {
    http.otherwise(
        "{\"Responses\":{},\"UnprocessedKeys\":{\"things\":{\"Keys\":[{\"id\":{\"S\":\"1\"}}]}}}");

    assertThatThrownBy(() -> reads.findAll("things", List.of("1")))
        .isInstanceOf(PortUnavailableException.class);

    assertThat(http.bodies()).hasSize(9);
    assertThat(tables.pauses).hasSize(8);
  }

  @Test
  void tablesAreReadConsistentlyAndIndexesCannotBe() {
    reads.first(IndexRange.of("things", TableKey.of("s", "p"), List.of("a"), ALL), 1);
    reads.first(
        IndexRange.of("things", new TableIndex("i", TableKey.of("s", "p")), List.of("a"), ALL), 1);

    assertThat(http.bodies().getFirst())
        .contains("\"ConsistentRead\":true")
        .doesNotContain("IndexName");
    assertThat(http.bodies().getLast())
        .contains("\"IndexName\":\"i\"")
        .doesNotContain("ConsistentRead");
  }

  @Test
  void pagesThatEndEarlyAreReadOnAndShardsAreMerged() {
    http.ok(page("\"LastEvaluatedKey\":{\"p\":{\"S\":\"b\"}},", "b"))
        .ok(page("", "d"))
        .ok(page("", "a", "c", "e"));

    List<Map<String, AttributeValue>> found =
        reads.first(IndexRange.of("things", TableKey.of("s", "p"), List.of("1", "2"), ALL), 3);

    assertThat(found).extracting(TableReadsTest::placeOf).containsExactly("a", "b", "c");
    assertThat(http.bodies().get(1)).contains("\"ExclusiveStartKey\":{\"p\":{\"S\":\"b\"}}");
  }

  @Test
  void latestFirstIsReadBackwards() {
    http.ok(page("", "c", "a")).ok(page("", "b"));

    List<Map<String, AttributeValue>> found =
        reads.first(
            IndexRange.of(
                "things", TableKey.of("s", "p"), List.of("1", "2"), new Bounds.Descending("d")),
            2);

    assertThat(found).extracting(TableReadsTest::placeOf).containsExactly("c", "b");
    assertThat(http.bodies().getFirst()).contains("\"ScanIndexForward\":false");
  }

  @Test
  void aReadThatIsNeverAnsweredChangedNothing() {
    http.lose();

    assertThatThrownBy(() -> reads.find("things", "1"))
        .isInstanceOf(PortUnavailableException.class);
  }

  private static String placeOf(Map<String, AttributeValue> entry) {
    return ItemReader.decode("entry", entry, item -> item.text("p"));
  }

  /** The first of these is found, the others are not processed. */
  private static String batch(String found, String... left) {
    List<String> keys = List.of(left).stream().map(TableReadsTest::key).toList();
    String rest = keys.isEmpty() ? "" : "\"things\":{\"Keys\":[" + String.join(",", keys) + "]}";
    return "{\"Responses\":{\"things\":[" + key(found) + "]},\"UnprocessedKeys\":{" + rest + "}}";
  }

  private static String key(String id) {
    return "{\"id\":{\"S\":\"" + id + "\"}}";
  }

  private static String page(String last, String... places) {
    List<String> items =
        List.of(places).stream().map(place -> "{\"p\":{\"S\":\"" + place + "\"}}").toList();
    return "{" + last + "\"Items\":[" + String.join(",", items) + "]}";
  }
}
