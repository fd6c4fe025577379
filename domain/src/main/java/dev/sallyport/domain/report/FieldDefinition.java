package dev.sallyport.domain.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One custom field of the report form. Every kind has a title, unique among its siblings. */
public sealed interface FieldDefinition {
  /** Most fields of a form and of an object field. */
  int MAX_FIELDS = 100;

  /** Most characters of a title. */
  int MAX_TITLE = 100;

  /** Most characters that a text field may allow. */
  int MAX_TEXT = 10_000;

  /** Most choices of a predefined field. */
  int MAX_CHOICES = 200;

  /** Returns the name under which a report carries the value. */
  String title();

  /**
   * A choice among given values.
   *
   * @param title its name
   * @param choices what may be chosen; unique, never empty
   * @param multiple whether several may be chosen
   * @param defaultValue what a form shows first; one of the choices
   */
  record Predefined(
      String title, List<String> choices, boolean multiple, Optional<String> defaultValue)
      implements FieldDefinition {
    /** Rejects no, too many or repeated choices and a default that is none of them. */
    public Predefined {
      choices = List.copyOf(choices);
      checkTitle(title);
      require(!choices.isEmpty() && choices.size() <= MAX_CHOICES, "predefines: 1 to 200 choices");
      require(Set.copyOf(new HashSet<>(choices)).size() == choices.size(), "predefines: repeated");
      require(
          choices.stream().allMatch(c -> !c.isBlank() && c.length() <= MAX_TITLE),
          "predefines: 1 to 100 characters each");
      require(
          defaultValue.isEmpty() || choices.contains(defaultValue.get()),
          "defaultValue: not one of the predefines");
    }
  }

  /**
   * A free text.
   *
   * @param title its name
   * @param maxChars most characters (Unicode code points)
   * @param defaultValue what a form shows first; not longer than that
   */
  record Text(String title, int maxChars, Optional<String> defaultValue)
      implements FieldDefinition {
    /** Rejects a limit out of range and a default over it. */
    public Text {
      checkTitle(title);
      require(maxChars >= 1 && maxChars <= MAX_TEXT, "maxChars: 1 to 10000");
      require(
          defaultValue.isEmpty() || length(defaultValue.get()) <= maxChars,
          "defaultValue: longer than maxChars");
    }
  }

  /**
   * Fields with a title of their own; they are no objects themselves.
   *
   * @param title its name
   * @param fields the fields within
   */
  record Group(String title, List<FieldDefinition> fields) implements FieldDefinition {
    /** Rejects nesting, repeated titles and too many fields. */
    public Group {
      fields = List.copyOf(fields);
      checkTitle(title);
      require(fields.stream().noneMatch(Group.class::isInstance), "object: one level of nesting");
      checkUnique(fields);
    }
  }

  /** Counts characters as people do who set a limit: Unicode code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Rejects repeated titles and more than {@link #MAX_FIELDS} fields. */
  static void checkUnique(List<FieldDefinition> fields) {
    require(fields.size() <= MAX_FIELDS, "at most 100 fields");
    Set<String> titles = new HashSet<>();
    for (FieldDefinition field : fields) {
      require(titles.add(field.title()), "titles are unique");
    }
  }

  private static void checkTitle(String title) {
    require(!title.isBlank() && title.length() <= MAX_TITLE, "title: 1 to 100 characters");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
