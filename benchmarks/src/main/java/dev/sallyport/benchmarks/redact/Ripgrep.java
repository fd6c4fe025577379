package dev.sallyport.benchmarks.redact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** <a href="https://github.com/BurntSushi/ripgrep">ripgrep</a> on one thread, as a process. */
final class Ripgrep {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Ripgrep() {}

  /** Returns its name and version, or nothing where it is not installed. */
  static Optional<String> version() {
    try {
      Process process =
          new ProcessBuilder("rg", "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String first =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElse("");
      return process.waitFor() == 0 && !first.isEmpty() ? Optional.of(first) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Returns the seconds in which it counts all that fits the expressions. */
  static OptionalDouble count(List<String> expressions, Path file) {
    return seconds(List.of("--count-matches"), expressions, file);
  }

  /** Returns the seconds in which it writes the file with all that fits replaced. */
  static OptionalDouble replace(List<String> expressions, Path file) {
    return seconds(List.of("--passthru", "--replace", "[redacted]"), expressions, file);
  }

  private static OptionalDouble seconds(List<String> options, List<String> expressions, Path file) {
    List<String> command = new ArrayList<>(List.of("rg", "--no-config", "-j1", "-a", "-N"));
    command.add("--color=never");
    command.addAll(options);
    for (String expression : expressions) {
      command.add("-e");
      command.add(expression);
    }
    command.add(file.toString());
    try {
      long begin = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return OptionalDouble.empty();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      return process.exitValue() == 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }
}
