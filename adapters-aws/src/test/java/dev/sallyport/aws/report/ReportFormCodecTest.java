package dev.sallyport.aws.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReportFormCodecTest {
  @Test
  void everyFormIsReadAsItWasWritten() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      ReportForm form = new ReportForm(fields(random, 2), 1 + random.nextInt(100));

      assertThat(ReportFormCodec.decode(ReportFormCodec.encode(form)))
          .as("seed %d", seed)
          .isEqualTo(form);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "fields"})
  void whatIsMissingIsCorrupt(String name) {
    Map<String, AttributeValue> item = new HashMap<>(ReportFormCodec.encode(ReportForm.EMPTY));
    item.remove(name);

    assertThatThrownBy(() -> ReportFormCodec.decode(item))
        .isInstanceOf(CorruptDataException.class)
        .hasMessage("the report form cannot be read");
  }

  @Test
  void kindsThatNobodyWroteAreCorrupt() {
    ReportForm form =
        ReportForm.EMPTY.replacedBy(List.of(new FieldDefinition.Text("t", 1, Optional.empty())));
    Map<String, AttributeValue> item = new HashMap<>(ReportFormCodec.encode(form));
    item.put(
        "fields",
        AttributeValue.fromL(
            List.of(
                AttributeValue.fromM(
                    Map.of(
                        "title", AttributeValue.fromS("t"), "kind", AttributeValue.fromS("?"))))));

    assertThatThrownBy(() -> ReportFormCodec.decode(item)).isInstanceOf(CorruptDataException.class);
  }

  private static List<FieldDefinition> fields(Random random, int depth) {
    List<FieldDefinition> fields = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String title = "field " + i;
      boolean shown = random.nextBoolean();
      fields.add(
          switch (random.nextInt(depth > 1 ? 3 : 2)) {
            case 0 ->
                new FieldDefinition.Text(
                    title, 1 + random.nextInt(10_000), shown ? Optional.of("ä") : Optional.empty());
            case 1 ->
                new FieldDefinition.Predefined(
                    title,
                    List.of("a", "b"),
                    random.nextBoolean(),
                    shown ? Optional.of("b") : Optional.empty());
            default -> new FieldDefinition.Group(title, fields(random, depth - 1));
          });
    }
    return fields;
  }
}
