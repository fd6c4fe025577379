package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.ScriptedHttp;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableDeletesTest {
  private static final String UNPROCESSED =
      "{\"UnprocessedItems\":{\"things\":"
          + "[{\"DeleteRequest\":{\"Key\":{\"id\":{\"S\":\"7\"}}}}]}}";

  private final ScriptedHttp http = new ScriptedHttp();
  private final TestTables tables = new TestTables(http);

  @Test
  void nothingIsDeletedWithoutACall() {
    delete(0);

    assertThat(http.bodies()).isEmpty();
  }

  @Test
  void manyAreDeletedInBatches() {
    delete(51);

    assertThat(http.bodies()).hasSize(3);
    assertThat(http.bodies().getLast()).contains("\"50\"").doesNotContain("\"49\"");
  }

  @Test
  void whatWasNotProcessedIsDeletedAfterAPause() {
    http.ok(UNPROCESSED);

    delete(10);

    assertThat(http.bodies()).hasSize(2);
    assertThat(http.bodies().getLast()).contains("\"7\"").doesNotContain("\"8\"");
    assertThat(tables.pauses).hasSize(1);
  }

  @Test
  void endlessThrottlingIsGivenUp() {
    http.otherwise(UNPROCESSED);

    assertThatThrownBy(() -> delete(8)).isInstanceOf(PortUnavailableException.class);
    assertThat(http.bodies()).hasSizeBetween(8, 10);
  }

  @Test
  void aLostAnswerLeavesTheOutcomeUnknown() {
    http.lose();

    assertThatThrownBy(() -> delete(1)).isInstanceOf(OutcomeUnknownException.class);
  }

  private void delete(int count) {
    List<Map<String, AttributeValue>> keys =
        IntStream.range(0, count).mapToObj(n -> TableReads.key(Integer.toString(n))).toList();
    tables.deletes().delete("things", keys);
  }
}
