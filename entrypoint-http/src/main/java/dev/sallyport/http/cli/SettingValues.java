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
 * The text of each setting from options, variables and the configuration file, parsed on demand. A
 * text that does not parse is a mistake and stands for its default meanwhile, so that the rest can
 * be checked too.
 */
final class SettingValues {
  /** Read by the start script and by the examples, which a person may run from the same shell. */
  private static final Set<String> OF_OTHERS =
      Set.of("SALLYPORT_JAVA_OPTS", "SALLYPORT_USER", "SALLYPORT_PASSWORD", "SALLYPORT_TOKEN");

  private final Map<String, String> variables;
  private final Map<Setting, List<String>> options;
  private final ConfigFile file;
  private final Mistakes mistakes;

  SettingValues(
      Map<String, String> variables,
      Map<Setting, List<String>> options,
      ConfigFile file,
      Mistakes mistakes) {
    this.variables = variables;
    this.options = options;
    this.file = file;
    this.mistakes = mistakes;
  }

  /** A text and where it was found. */
  private record Given(String where, String text) {}

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

  /** Adds a mistake for each setting that was given and does nothing in this deployment. */
  void rejectAllOf(Set<Setting.Way> ways, String reason) {
    for (Setting setting : Setting.values()) {
      if (ways.contains(setting.way())) {
        given(setting).ifPresent(found -> mistakes.add(found.where() + ": " + reason));
      }
    }
  }

  /** Returns a setting that may be absent. */
  <T> Optional<T> find(Setting setting, Function<String, T> parser) {
    if (options.getOrDefault(setting, List.of()).size() > 1) {
      mistakes.add(setting.option() + ": given more than once");
    }
    return given(setting).flatMap(found -> mistakes.check(found.where(), found.text(), parser));
  }

  /** Returns a setting that has to be there, or what stands for it until all mistakes are known. */
  <T> T need(Setting setting, Function<String, T> parser, T standIn) {
    requireGiven(setting, "needed");
    return find(setting, parser).orElse(standIn);
  }

  /** Adds a mistake when nobody set it. */
  void requireGiven(Setting setting, String reason) {
    if (!isGiven(setting)) {
      mistakes.add(setting.key() + ": " + reason);
    }
  }

  /** Tells whether anybody set it. */
  boolean isGiven(Setting setting) {
    return given(setting).isPresent();
  }

  private Optional<Given> given(Setting setting) {
    List<String> option = options.getOrDefault(setting, List.of());
    if (!option.isEmpty()) {
      return Optional.of(new Given(setting.option(), option.getLast()));
    }
    String variable = variables.getOrDefault(setting.variable(), "");
    return variable.isEmpty()
        ? file.find(setting).map(line -> new Given(file.where(setting), line))
        : Optional.of(new Given(setting.variable(), variable));
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
   * @param separator what stands between them in a variable or a line
   */
  <T> List<T> all(Setting setting, String separator, Function<String, T> parser) {
    boolean fromOptions = options.containsKey(setting);
    Given given = given(setting).orElseGet(() -> new Given(setting.key(), ""));
    List<String> texts =
        fromOptions
            ? options.getOrDefault(setting, List.of())
            : List.of(given.text().split(separator));
    List<T> values = new ArrayList<>();
    for (String text : texts) {
      if (fromOptions || !text.isBlank()) {
        mistakes.check(given.where(), text.strip(), parser).ifPresent(values::add);
      }
    }
    return values;
  }

  /** Makes a value of several settings that must fit together, or the default when they do not. */
  <T> T together(String what, Supplier<T> maker, T fallback) {
    return mistakes.check(what, "", ignored -> maker.get()).orElse(fallback);
  }
}
