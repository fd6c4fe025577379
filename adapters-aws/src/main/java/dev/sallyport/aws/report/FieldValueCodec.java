package dev.sallyport.aws.report;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.domain.report.FieldValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes custom fields as they look: texts, lists of texts, and maps of those by title. */
final class FieldValueCodec {
  private FieldValueCodec() {}

  static AttributeValue encode(Map<String, FieldValue> fields) {
    ItemWriter item = new ItemWriter();
    fields.forEach((title, value) -> {
      switch (value) {
        case FieldValue.Text(String text) -> item.text(title, text);
        case FieldValue.Choices choices -> item.texts(title, choices.values());
        case FieldValue.Nested nested -> item.value(title, encode(nested.values()));
      }
    });
    return item.toValue();
  }

  static SortedMap<String, FieldValue> decode(ItemReader fields) {
    SortedMap<String, FieldValue> values = new TreeMap<>();
    fields.all().forEach((title, value) -> values.put(title, decode(value)));
    return values;
  }

  private static FieldValue decode(AttributeValue value) {
    return switch (value.type()) {
      case S -> new FieldValue.Text(value.s());
      case L -> new FieldValue.Choices(ItemReader.texts(value));
      case M -> new FieldValue.Nested(decode(ItemReader.of(value)));
      case N, B, SS, NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no such kind of value");
    };
  }
}
