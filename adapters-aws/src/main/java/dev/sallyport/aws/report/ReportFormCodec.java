package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the report form as one item: its version and its fields in their order. */
final class ReportFormCodec {
  static final String ITEM_ID = "form";
  static final String VERSION = "version";

  private ReportFormCodec() {}

  static Map<String, AttributeValue> encode(ReportForm form) {
    return new ItemWriter()
        .text(TableReads.ID, ITEM_ID)
        .number(VERSION, form.version())
        .values("fields", encode(form.fields()))
        .toItem();
  }

  private static List<AttributeValue> encode(List<FieldDefinition> fields) {
    return fields.stream().map(ReportFormCodec::encode).toList();
  }

  private static AttributeValue encode(FieldDefinition field) {
    ItemWriter item = new ItemWriter().text("title", field.title());
    switch (field) {
      case FieldDefinition.Text text ->
          item.text("kind", "TEXT")
              .number("maxChars", text.maxChars())
              .text("default", text.defaultValue());
      case FieldDefinition.Predefined choice ->
          item.text("kind", "PREDEFINED")
              .texts("choices", choice.choices())
              .flag("multiple", choice.multiple())
              .text("default", choice.defaultValue());
      case FieldDefinition.Group group ->
          item.text("kind", "GROUP").values("fields", encode(group.fields()));
    }
    return item.toValue();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static ReportForm decode(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "the report form",
        item,
        reader -> new ReportForm(fields(reader.values("fields")), reader.number(VERSION)));
  }

  private static List<FieldDefinition> fields(List<AttributeValue> values) {
    return values.stream().map(ItemReader::of).map(ReportFormCodec::field).toList();
  }

  private static FieldDefinition field(ItemReader item) {
    String title = item.text("title");
    return switch (item.text("kind")) {
      case "TEXT" ->
          new FieldDefinition.Text(
              title,
              Math.toIntExact(item.number("maxChars")),
              item.text("default", Function.identity()));
      case "PREDEFINED" ->
          new FieldDefinition.Predefined(
              title,
              item.texts("choices"),
              item.flag("multiple"),
              item.text("default", Function.identity()));
      case "GROUP" -> new FieldDefinition.Group(title, fields(item.values("fields")));
      default -> throw new IllegalArgumentException("no such kind of field");
    };
  }
}
