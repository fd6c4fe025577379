package dev.sallyport.domain.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of a custom field. */
public sealed interface FieldValue {
  /**
   * One text: a free one or one choice.
   *
   * @param value the text
   */
  record Text(String value) implements FieldValue {}

  /**
   * Several choices.
   *
   * @param values the chosen ones, in the sender's order
   */
  record Choices(List<String> values) implements FieldValue {
    /** Copies the list. */
    public Choices {
      values = List.copyOf(values);
    }
  }

  /**
   * Values with names of their own, one level deep.
   *
   * @param values by title; sorted, so that equal objects are written equally
   */
  record Nested(SortedMap<String, FieldValue> values) implements FieldValue {
    /** Copies and sorts the map. */
    public Nested {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Makes one of any map. */
    public static Nested of(Map<String, FieldValue> values) {
      return new Nested(new TreeMap<>(values));
    }
  }
}
