package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportFormTest {
  private static final FieldDefinition TEXT = new FieldDefinition.Text("note", 3, Optional.empty());
  private static final FieldDefinition ONE =
      new FieldDefinition.Predefined("area", List.of("ui", "net"), false, Optional.of("ui"));
  private static final FieldDefinition MANY =
      new FieldDefinition.Predefined("tags", List.of("a", "b"), true, Optional.empty());
  private static final FieldDefinition GROUP =
      new FieldDefinition.Group(
          "machine", List.of(new FieldDefinition.Text("gpu", 10, Optional.empty())));
  private static final ReportForm FORM =
      ReportForm.EMPTY.replacedBy(List.of(TEXT, ONE, MANY, GROUP));

  @Test
  void valuesThatFitBreakNothing() {
    assertThat(
            FORM.check(
                Map.of(
                    "note", new FieldValue.Text("\ud83d\ude00\ud83d\ude00\ud83d\ude00"),
                    "area", new FieldValue.Text("net"),
                    "tags", new FieldValue.Choices(List.of("b", "a")),
                    "machine", FieldValue.Nested.of(Map.of("gpu", new FieldValue.Text("x"))))))
        .isEmpty();
    assertThat(FORM.check(Map.of())).isEmpty();
  }

  @Test
  void everyViolationNamesItsField() {
    assertBroken("note", new FieldValue.Text("four"));
    assertBroken("note", new FieldValue.Choices(List.of("a")));
    assertBroken("area", new FieldValue.Text("sound"));
    assertBroken("area", new FieldValue.Choices(List.of("ui")));
    assertBroken("tags", new FieldValue.Choices(List.of("a", "c")));
    assertBroken("tags", new FieldValue.Choices(List.of("a", "a")));
    assertBroken("machine", new FieldValue.Text("x"));
    assertBroken("unknown", new FieldValue.Text("x"));
  }

  @Test
  void nestedViolationsHaveTheWholePath() {
    var nested = FieldValue.Nested.of(Map.of("cpu", new FieldValue.Text("x")));
    assertThat(FORM.check(Map.of("machine", nested)))
        .singleElement()
        .extracting(ReportForm.Violation::path)
        .isEqualTo(List.of("machine", "cpu"));
  }

  @Test
  void titlesAreUniqueAndObjectsDoNotNest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportForm.EMPTY.replacedBy(List.of(TEXT, TEXT)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldDefinition.Group("outer", List.of(GROUP)));
  }

  @Test
  void aDefaultHasToFitItsField() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldDefinition.Text("t", 1, Optional.of("xy")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FieldDefinition.Predefined("t", List.of("a"), false, Optional.of("b")));
  }

  private static void assertBroken(String field, FieldValue value) {
    assertThat(FORM.check(Map.of(field, value)))
        .singleElement()
        .extracting(ReportForm.Violation::path)
        .isEqualTo(List.of(field));
  }
}
