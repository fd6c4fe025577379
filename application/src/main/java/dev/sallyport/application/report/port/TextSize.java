package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.FieldValue;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.domain.report.Submission;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts texts as every store of reports and forms does, so that all refuse the same ones: what
 * DynamoDB would refuse as too large an item.
 */
public final class TextSize {
  private TextSize() {}

  /**
   * Checks a report before it is stored.
   *
   * @throws IllegalArgumentException when its texts have more than {@link
   *     ReportStore#MAX_TEXT_BYTES} bytes of UTF-8
   */
  public static void check(Submission report) {
    long bytes =
        bytes(report.title())
            + bytes(report.description())
            + Stream.of(report.build(), report.platform(), report.locale(), report.sessionId())
                .flatMap(text -> text.stream())
                .mapToLong(TextSize::bytes)
                .sum()
            + report.position().map(position -> bytes(position.map())).orElse(0L)
            + bytes(report.annotations())
            + bytes(report.fields());
    check(bytes);
  }

  /**
   * Checks a form before it is stored.
   *
   * @throws IllegalArgumentException when its texts have more than {@link
   *     ReportStore#MAX_TEXT_BYTES} bytes of UTF-8
   */
  public static void check(ReportForm form) {
    check(form.fields().stream().mapToLong(TextSize::bytes).sum());
  }

  private static void check(long bytes) {
    if (bytes > ReportStore.MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("texts of more than 350 KiB do not fit an item");
    }
  }

  private static long bytes(Map<String, FieldValue> values) {
    return values.entrySet().stream()
        .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  private static long bytes(FieldValue value) {
    return switch (value) {
      case FieldValue.Text(String text) -> bytes(text);
      case FieldValue.Choices choices -> bytes(choices.values());
      case FieldValue.Nested nested -> bytes(nested.values());
    };
  }

  private static long bytes(FieldDefinition field) {
    return bytes(field.title())
        + switch (field) {
          case FieldDefinition.Predefined choice ->
              bytes(choice.choices()) + bytes(choice.defaultValue());
          case FieldDefinition.Text text -> bytes(text.defaultValue());
          case FieldDefinition.Group group ->
              group.fields().stream().mapToLong(TextSize::bytes).sum();
        };
  }

  private static long bytes(Optional<String> text) {
    return text.map(TextSize::bytes).orElse(0L);
  }

  private static long bytes(Collection<String> texts) {
    return texts.stream().mapToLong(TextSize::bytes).sum();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
