package dev.sallyport.aws.migration;

import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record between its item and what migrations see of it. */
final class RecordItem {
  private RecordItem() {}

  /** Returns the texts, whole numbers and flags of an item, without its schema version. */
  static Map<SchemaName, Scalar> shown(Map<String, AttributeValue> item) {
    Map<SchemaName, Scalar> shown = new HashMap<>();
    item.forEach((name, value) -> {
      if (!name.equals(SchemaName.VERSION.value())) {
        scalar(value).ifPresent(scalar -> nameOf(name).ifPresent(n -> shown.put(n, scalar)));
      }
    });
    return Map.copyOf(shown);
  }

  /** Returns which step has last written the item; 0 for none. */
  static long version(Map<String, AttributeValue> item) {
    AttributeValue version = item.get(SchemaName.VERSION.value());
    return version == null || version.n() == null ? 0 : Long.parseLong(version.n());
  }

  static AttributeValue encode(Scalar value) {
    return switch (value) {
      case Scalar.Text(String text) -> AttributeValue.fromS(text);
      case Scalar.Whole(long number) -> AttributeValue.fromN(Long.toString(number));
      case Scalar.Flag(boolean flag) -> AttributeValue.fromBool(flag);
    };
  }

  private static Optional<SchemaName> nameOf(String name) {
    try {
      return Optional.of(new SchemaName(name));
    } catch (IllegalArgumentException notOneThatStepsCanName) {
      return Optional.empty();
    }
  }

  private static Optional<Scalar> scalar(AttributeValue value) {
    return switch (value.type()) {
      case S ->
          value.s().length() <= Scalar.MAX_TEXT
              ? Optional.of(new Scalar.Text(value.s()))
              : Optional.empty();
      case N -> whole(value.n());
      case BOOL -> Optional.of(new Scalar.Flag(value.bool()));
      default -> Optional.empty();
    };
  }

  private static Optional<Scalar> whole(String number) {
    try {
      return Optional.of(new Scalar.Whole(Long.parseLong(number)));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }
}
