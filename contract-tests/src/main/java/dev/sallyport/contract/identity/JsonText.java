package dev.sallyport.contract.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON object whose members are written by hand, so that it can also be a wrong one.
 *
 * @param members names, and values as the JSON text that stands for them
 */
record JsonText(Map<String, String> members) {
  /** An object of names and JSON values in turn. */
  static JsonText of(String... namesAndValues) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new JsonText(members);
  }

  /** A text value. */
  static String text(String value) {
    return '"' + value + '"';
  }

  /** The same object with another value for that name. */
  JsonText with(String name, String json) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(name, json);
    return new JsonText(changed);
  }

  /** The same object without that name. */
  JsonText without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return new JsonText(changed);
  }

  /** The text, with more members at its end that may repeat earlier ones. */
  String and(String name, String json) {
    String text = toString();
    return text.substring(0, text.length() - 1) + "," + text(name) + ":" + json + "}";
  }

  @Override
  public String toString() {
    return members.entrySet().stream()
        .map(member -> text(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
