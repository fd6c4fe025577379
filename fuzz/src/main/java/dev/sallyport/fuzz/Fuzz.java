package dev.sallyport.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code ./sallyport fuzz PARSER|all|list}. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Breeds inputs for a parser of strangers' files until one breaks its promises.",
    footer = {
      "",
      "Ends with 0 when nothing was found and 1 when something was: the input lies in the folder"
          + " then. Make it a seed (fuzz/src/main/resources/seeds), and every build tries it."
    })
public final class Fuzz implements Callable<Integer> {
  private static final int USUAL_SECONDS = 60;
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PARSER",
      description = "Whose inputs are bred; 'list' names them, 'all' takes one after another.")
  private String parser;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "" + USUAL_SECONDS,
      description = "How long, for each parser. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where inputs are kept, and findings. Default: a new temporary folder.")
  private @Nullable Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
  Fuzz() {}

  /** Ends the process with the status that the help describes. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(new Fuzz()).setOut(out).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path base = folder == null ? Files.createTempDirectory("sallyport-fuzz-") : folder;
    List<String> names = new Parsers(base.resolve("scratch")).names();
    PrintWriter out = spec.commandLine().getOut();
    if (parser.equals("list")) {
      names.forEach(out::println);
      return 0;
    }
    if (seconds < 1 || !(parser.equals("all") || names.contains(parser))) {
      throw new ParameterException(
          spec.commandLine(), "one of all, " + String.join(", ", names) + "; at least a second");
    }
    boolean found = false;
    for (String name : parser.equals("all") ? names : List.of(parser)) {
      out.println(".. " + name + " for " + seconds + " s, in " + base.resolve(name));
      found |= fuzz(name, base) != 0;
    }
    out.println(found ? "something was found: see above" : "nothing was found");
    return found ? 1 : 0;
  }

  private int fuzz(String name, Path base) throws IOException, InterruptedException {
    Path inputs = Files.createDirectories(base.resolve(name).resolve("inputs"));
    Path findings = Files.createDirectories(base.resolve(name).resolve("findings"));
    Path scratch = Files.createDirectories(base.resolve(name).resolve("scratch"));
    Seeds.write(name, inputs);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + name + " " + scratch,
                "--instrumentation_includes=dev.sallyport.**",
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-max_total_time=" + seconds,
                "-max_len=65536",
                "-timeout=20",
                "-print_final_stats=1",
                inputs.toString()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
