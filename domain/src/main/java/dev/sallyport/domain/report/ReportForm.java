package dev.sallyport.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The custom fields that a report may carry. A value without a definition is refused: strangers do
 * not invent fields.
 *
 * @param fields the definitions, titles unique
 * @param version 0 for the empty form that every deployment starts with, one more with every change
 */
public record ReportForm(List<FieldDefinition> fields, long version) {
  /** The form of a deployment that has not defined one. */
  public static final ReportForm EMPTY = new ReportForm(List.of(), 0);

  /** Rejects repeated titles. */
  public ReportForm {
    fields = List.copyOf(fields);
    FieldDefinition.checkUnique(fields);
    if (version < 0) {
      throw new IllegalArgumentException("a version is not negative");
    }
  }

  /** Returns the next version with other fields. */
  public ReportForm replacedBy(List<FieldDefinition> others) {
    return new ReportForm(others, version + 1);
  }

  /** Returns every way in which the values break this form; none when they fit. */
  public List<Violation> check(Map<String, FieldValue> values) {
    List<Violation> found = new ArrayList<>();
    check(fields, values, List.of(), found);
    return List.copyOf(found);
  }

  /**
   * One way in which a value breaks the form.
   *
   * @param path titles from the outermost field to the broken one
   * @param message what is wrong, without the value
   */
  public record Violation(List<String> path, String message) {}

  private static void check(
      List<FieldDefinition> fields,
      Map<String, FieldValue> values,
      List<String> path,
      List<Violation> found) {
    values.forEach((title, value) -> {
      List<String> here = append(path, title);
      find(fields, title)
          .ifPresentOrElse(
              field -> check(field, value, here, found),
              () -> found.add(new Violation(here, "is not a field of the report form")));
    });
  }

  private static void check(
      FieldDefinition field, FieldValue value, List<String> path, List<Violation> found) {
    switch (field) {
      case FieldDefinition.Text text -> {
        if (!(value instanceof FieldValue.Text(String given))) {
          found.add(new Violation(path, "must be a text"));
        } else if (FieldDefinition.length(given) > text.maxChars()) {
          found.add(new Violation(path, "has more than " + text.maxChars() + " characters"));
        }
      }
      case FieldDefinition.Predefined predefined -> checkChoice(predefined, value, path, found);
      case FieldDefinition.Group group -> {
        if (value instanceof FieldValue.Nested nested) {
          check(group.fields(), nested.values(), path, found);
        } else {
          found.add(new Violation(path, "must be an object"));
        }
      }
    }
  }

  private static void checkChoice(
      FieldDefinition.Predefined field,
      FieldValue value,
      List<String> path,
      List<Violation> found) {
    List<String> chosen =
        switch (value) {
          case FieldValue.Text one -> List.of(one.value());
          case FieldValue.Choices several when field.multiple() -> several.values();
          case FieldValue.Choices _, FieldValue.Nested _ -> List.of();
        };
    if (chosen.isEmpty() && !(value instanceof FieldValue.Choices && field.multiple())) {
      found.add(new Violation(path, "must be one of the predefined values"));
    } else if (!field.choices().containsAll(chosen)) {
      found.add(new Violation(path, "has a value that is not predefined"));
    } else if (chosen.stream().distinct().count() != chosen.size()) {
      found.add(new Violation(path, "has a value twice"));
    }
  }

  private static Optional<FieldDefinition> find(List<FieldDefinition> fields, String title) {
    return fields.stream().filter(field -> field.title().equals(title)).findFirst();
  }

  private static List<String> append(List<String> path, String title) {
    List<String> longer = new ArrayList<>(path);
    longer.add(title);
    return List.copyOf(longer);
  }
}
