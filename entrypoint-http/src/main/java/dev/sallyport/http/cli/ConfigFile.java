package dev.sallyport.http.cli;

import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The file of {@code --config}: lines {@code name=value} as {@link Properties} writes them, each
 * name that of a {@link Setting} and none twice, UTF-8, at most 64 KiB.
 *
 * <p>While it holds a secret, nobody but its owner may read or write it.
 *
 * @param path where it is
 * @param values what it says
 */
record ConfigFile(String path, Map<Setting, String> values) {
  private static final int MOST_BYTES = 64 * 1024;

  ConfigFile {
    values = Map.copyOf(values);
  }

  /** There is no file. */
  static ConfigFile none() {
    return new ConfigFile("", Map.of());
  }

  /** Reads it, or tells every mistake by its name and never by its value. */
  static ConfigFile read(Path path, Mistakes mistakes) {
    return TextFile.read(path, MOST_BYTES, mistakes)
        .map(file -> parse(path.toString(), file, mistakes))
        .orElseGet(ConfigFile::none);
  }

  private static ConfigFile parse(String path, TextFile file, Mistakes mistakes) {
    Map<String, String> lines = new TreeMap<>();
    try {
      new Lines(name -> mistakes.add(path + ": " + name + " stands there twice"), lines)
          .load(new StringReader(file.text()));
    } catch (IOException | IllegalArgumentException malformed) {
      mistakes.add(path + ": not lines of name=value");
    }
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    lines.forEach((name, value) ->
        settingOf(name)
            .ifPresentOrElse(
                setting -> values.put(setting, value),
                () -> mistakes.add(path + ": there is no setting " + quoted(name))));
    if (values.keySet().stream().anyMatch(Setting::isSecret) && !file.isOwnersOnly()) {
      mistakes.add(path + ": holds a secret and others may read it; run chmod 600 on it");
    }
    return new ConfigFile(path, values);
  }

  private static Optional<Setting> settingOf(String name) {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting != Setting.CONFIG && setting.key().equals(name))
        .findFirst();
  }

  /** A name may be a secret whose own name was forgotten, or anything else. */
  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9_.-]{1,32}") ? name : "of one of its names";
  }

  /** Returns what it says about a setting. */
  Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting)).filter(value -> !value.isEmpty());
  }

  /** Returns how a mistake names the line. */
  String where(Setting setting) {
    return path + ": " + setting.key();
  }

  @Override
  public String toString() {
    return "ConfigFile[" + path + "]";
  }

  /** Notices what {@link Properties} would overwrite. */
  private static final class Lines extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> twice;
    private final transient Map<String, String> lines;

    Lines(Consumer<String> twice, Map<String, String> lines) {
      this.twice = twice;
      this.lines = lines;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
      if (lines.putIfAbsent((String) name, ((String) value).strip()) != null) {
        twice.accept(quoted((String) name));
      }
      return value;
    }
  }
}
