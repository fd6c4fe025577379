package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.servers.LambdaRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A function that is written in another language. Asked to describe itself, its script prints
 * {@code peer NAME VERSION}, {@code program PATH} of its interpreter and {@code files PATH} for
 * each folder that a package would bring; or {@code absent REASON}.
 */
final class ScriptFunction {
  private static final long PATIENCE_SECONDS = 30;
  private static final int MOST_OUTPUT = 256 * 1024;

  private ScriptFunction() {}

  /** What a script says of itself. */
  sealed interface Description {
    /**
     * It can be started.
     *
     * @param label name and version
     * @param program its interpreter
     * @param files what its package would bring
     */
    record Present(String label, String program, List<Path> files) implements Description {
      /** Copies the list. */
      public Present {
        files = List.copyOf(files);
      }

      /** Starts a script that asks the Runtime API by itself. */
      LambdaRuntime start(Path folder, String script, Map<String, String> variables) {
        return LambdaRuntime.start(
            new LambdaRuntime.Script(folder, List.of(program, script), variables));
      }
    }

    /** It cannot, for this reason. */
    record Absent(String reason) implements Description {}
  }

  /** Asks a script in its folder; whatever keeps it from answering is the reason of its absence. */
  static Description describe(String interpreter, Path folder, String script) {
    try {
      Process process =
          new ProcessBuilder(interpreter, script, "--describe")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Description.Absent("no answer in " + PATIENCE_SECONDS + " s");
      }
      return process.exitValue() == 0
          ? parse(output)
          : new Description.Absent("ended with status " + process.exitValue());
    } catch (IOException e) {
      return new Description.Absent(interpreter + " cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Description.Absent("interrupted");
    }
  }

  /** Reads what a script printed; anything unexpected is an absence. */
  static Description parse(String output) {
    String label = "";
    String program = "";
    List<Path> files = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split(" ", 2);
      if (parts.length < 2 || parts[1].isBlank()) {
        return new Description.Absent("its answer cannot be read");
      }
      switch (parts[0]) {
        case "absent" -> {
          return new Description.Absent(parts[1]);
        }
        case "peer" -> label = parts[1];
        case "program" -> program = parts[1];
        case "files" -> files.add(Path.of(parts[1]));
        default -> {
          return new Description.Absent("its answer cannot be read");
        }
      }
    }
    return label.isEmpty() || program.isEmpty()
        ? new Description.Absent("its answer cannot be read")
        : new Description.Present(label, program, files);
  }
}
