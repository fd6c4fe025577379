package dev.sallyport.benchmarks.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a peer that is written in another language and reads what it measured.
 *
 * <p>The script prints {@code peer NAME VERSION}, then {@code round N} for each round with N a
 * number of operations a second, and {@code figure NAME N} for whatever else it found; or {@code
 * absent REASON} when something that it needs is not installed.
 */
public final class ScriptPeer {
  private static final int MOST_OUTPUT = 64 * 1024;

  private ScriptPeer() {}

  /** What became of it. */
  public sealed interface Reading {
    /**
     * It ran.
     *
     * @param label name and version
     * @param perSecond the median of its rounds
     * @param figures what else it found, by name
     */
    record Measured(String label, double perSecond, Map<String, Double> figures)
        implements Reading {
      /** Copies the figures. */
      public Measured {
        figures = Map.copyOf(figures);
      }
    }

    /** It did not, for this reason. */
    record Absent(String reason) implements Reading {}
  }

  /**
   * Runs the command in the folder; whatever keeps it from answering is the reason of its absence.
   *
   * @param limit after which it is ended
   */
  public static Reading run(List<String> command, Path folder, Duration limit) {
    try {
      Path output = Files.createTempFile("peer", ".txt");
      try {
        return run(command, folder, limit, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      return new Reading.Absent(command.getFirst() + " cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reading.Absent("interrupted");
    }
  }

  private static Reading run(List<String> command, Path folder, Duration limit, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return new Reading.Absent("no answer in " + limit.toSeconds() + " s");
    }
    if (Files.size(output) > MOST_OUTPUT) {
      return new Reading.Absent("answered more than was asked");
    }
    return process.exitValue() == 0
        ? parse(Files.readString(output, StandardCharsets.UTF_8))
        : new Reading.Absent("ended with status " + process.exitValue());
  }

  /** Reads what a script printed; anything unexpected is an absence, never a figure. */
  static Reading parse(String output) {
    String label = "";
    List<Double> rounds = new ArrayList<>();
    Map<String, Double> figures = new TreeMap<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split(" ", 2);
      if (parts.length < 2) {
        return new Reading.Absent("its answer cannot be read");
      }
      switch (parts[0]) {
        case "absent" -> {
          return new Reading.Absent(parts[1]);
        }
        case "peer" -> label = parts[1];
        case "round" -> rounds.add(number(parts[1]));
        case "figure" -> {
          String[] figure = parts[1].split(" ", 2);
          figures.put(figure[0], figure.length == 2 ? number(figure[1]) : Double.NaN);
        }
        default -> {
          return new Reading.Absent("its answer cannot be read");
        }
      }
    }
    boolean all = Stream.concat(rounds.stream(), figures.values().stream()).allMatch(n -> n > 0);
    if (label.isEmpty() || rounds.isEmpty() || !all) {
      return new Reading.Absent("its answer cannot be read");
    }
    return new Reading.Measured(label, Figures.median(rounds), figures);
  }

  /** Returns what is no number as NaN. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
