package dev.sallyport.http.cli;

import dev.sallyport.operations.settings.Mistakes;
import dev.sallyport.operations.settings.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The text of each setting from options and variables, parsed on demand. A text that does not parse
 * is a mistake and stands for its default meanwhile, so that the rest can be checked too.
 */
final class SettingValues {
  /** Read by the start script and by the examples, which a person may run from the same shell. */
  private static final Set<String> OF_OTHERS =
      Set.of("SALLYPORT_JAVA_OPTS", "SALLYPORT_USER", "SALLYPORT_PASSWORD");

  private final Map<String, String> variables;
  private final Map<Setting, List<String>> options;
  private final Mistakes mistakes;

  SettingValues(
      Map<String, String> variables, Map<Setting, List<String>> options, Mistakes mistakes) {
    this.variables = variables;
    this.options = options;
    this.mistakes = mistakes;
  }

  /** Adds a mistake for each variable that looks like a setting and is none. */
  void rejectUnknownVariables() {
    for (String name : new TreeSet<>(variables.keySet())) {
      boolean known =
          OF_OTHERS.contains(name)
              || Stream.of(Setting.values()).anyMatch(setting -> setting.variable().equals(name));
      if (name.startsWith(Setting.PREFIX) && !known) {
        mistakes.add(name + ": there is no such variable");
      }
    }
  }

  /** Tells whether the option was given, whatever the variable says. */
  boolean hasOption(Setting setting) {
    return options.containsKey(setting);
  }

  /** Returns a setting that may be absent. */
  <T> Optional<T> find(Setting setting, Function<String, T> parser) {
    List<String> given = options.getOrDefault(setting, List.of());
    if (given.size() > 1) {
      mistakes.add(setting.option() + ": given more than once");
    }
    if (!given.isEmpty()) {
      return mistakes.check(setting.option(), given.getLast(), parser);
    }
    String variable = variables.getOrDefault(setting.variable(), "");
    return variable.isEmpty()
        ? Optional.empty()
        : mistakes.check(setting.variable(), variable, parser);
  }

  /** Returns a setting, or the default when nobody set it. */
  <T> T get(Setting setting, Function<String, T> parser, T fallback) {
    return find(setting, parser).orElse(fallback);
  }

  /** Returns a whole number, or the default when nobody set it. */
  int number(Setting setting, int least, int most, int fallback) {
    return get(setting, text -> (int) Quantity.number(text, least, most), fallback);
  }

  /**
   * Returns all values of a repeatable setting.
   *
   * @param separator what stands between them in the variable
   */
  <T> List<T> all(Setting setting, String separator, Function<String, T> parser) {
    boolean fromOptions = options.containsKey(setting);
    String variable = variables.getOrDefault(setting.variable(), "");
    List<String> texts =
        fromOptions ? options.getOrDefault(setting, List.of()) : List.of(variable.split(separator));
    String where = fromOptions ? setting.option() : setting.variable();
    List<T> values = new ArrayList<>();
    for (String text : texts) {
      if (fromOptions || !text.isBlank()) {
        mistakes.check(where, text.strip(), parser).ifPresent(values::add);
      }
    }
    return values;
  }

  /** Makes a value of several settings that must fit together, or the default when they do not. */
  <T> T together(String what, Supplier<T> maker, T fallback) {
    return mistakes.check(what, "", ignored -> maker.get()).orElse(fallback);
  }
}
