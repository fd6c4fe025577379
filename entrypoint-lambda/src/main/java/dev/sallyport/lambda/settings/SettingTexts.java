package dev.sallyport.lambda.settings;

import dev.sallyport.operations.settings.Mistakes;
import dev.sallyport.operations.settings.Quantity;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The text of each setting, parsed on demand. A text that does not parse, or is missing where it is
 * needed, is a mistake and stands for its default meanwhile, so that the rest can be checked too.
 */
final class SettingTexts {
  /** Variables of others that begin like ours: read by the start script and the examples. */
  private static final Set<String> OF_OTHERS =
      Set.of("SALLYPORT_JAVA_OPTS", "SALLYPORT_USER", "SALLYPORT_PASSWORD");

  private final Map<String, String> variables;
  private final Mistakes mistakes;

  SettingTexts(Map<String, String> variables, Mistakes mistakes) {
    this.variables = variables;
    this.mistakes = mistakes;
  }

  void rejectUnknownVariables() {
    Set<String> known =
        Arrays.stream(LambdaSetting.values())
            .map(LambdaSetting::variable)
            .collect(Collectors.toSet());
    for (String name : new TreeSet<>(variables.keySet())) {
      if (name.startsWith(LambdaSetting.PREFIX)
          && !known.contains(name)
          && !OF_OTHERS.contains(name)) {
        mistakes.add(name + ": there is no such variable");
      }
    }
  }

  /** Returns a variable that Lambda itself sets, or that every SDK reads. */
  Optional<String> foreign(String name) {
    return Optional.of(variables.getOrDefault(name, "")).filter(text -> !text.isBlank());
  }

  <T> Optional<T> find(LambdaSetting setting, Function<String, T> parser) {
    return foreign(setting.variable())
        .flatMap(text -> mistakes.check(setting.variable(), text.strip(), parser));
  }

  <T> T get(LambdaSetting setting, Function<String, T> parser, T fallback) {
    return find(setting, parser).orElse(fallback);
  }

  /** Returns a setting that has to be there; the stand-in is never used. */
  <T> T need(LambdaSetting setting, Function<String, T> parser, T standIn) {
    if (foreign(setting.variable()).isEmpty()) {
      mistakes.add(setting.variable() + ": missing. " + setting.meaning());
    }
    return get(setting, parser, standIn);
  }

  int number(LambdaSetting setting, int least, int most, int fallback) {
    return get(setting, text -> (int) Quantity.number(text, least, most), fallback);
  }

  boolean isOn(LambdaSetting setting, boolean fallback) {
    return get(
        setting,
        text ->
            switch (text) {
              case "on" -> true;
              case "off" -> false;
              default -> throw new IllegalArgumentException("neither on nor off");
            },
        fallback);
  }

  /** Reads an address; what is wrong with it is not said, because that would quote it. */
  static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException("not an address", notOne);
    }
  }

  /** Reads where a server is. */
  static URI endpoint(String text) {
    URI uri = url(text);
    boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isHttp || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("not an address such as https://host:port");
    }
    return uri;
  }

  /** Splits at commas. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Makes a value of several settings that must fit together, or the stand-in when they do not. */
  <T> T together(String what, Supplier<T> maker, T standIn) {
    return mistakes.check(what, "", ignored -> maker.get()).orElse(standIn);
  }
}
