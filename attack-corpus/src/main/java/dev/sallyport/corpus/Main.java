package dev.sallyport.corpus;

import dev.sallyport.domain.sanitization.Removal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line: {@code ./sallyport corpus FOLDER}. */
@Command(
    name = "corpus",
    mixinStandardHelpOptions = true,
    description =
        "Writes hostile and honest files, and verdicts.tsv with the verdict that each has to get:"
            + " for trying any sanitizer. Nothing in them is malware; some unfold to megabytes.")
public final class Main implements Callable<Integer> {
  private static final String LIST = "verdicts.tsv";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where to write; made when it is not there.")
  private Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
  Main() {}

  /** Ends the process with 0, or with 2 for a wrong command line. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(new CommandLine(new Main()).setOut(out).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    List<AttackSample> samples = AttackCorpus.samples();
    for (AttackSample sample : samples) {
      Files.write(folder.resolve(sample.name()), sample.bytes());
    }
    String head = "file\tattack\tformat\tdeclared\tverdict\tdetails\n";
    String rows = samples.stream().map(Main::row).collect(Collectors.joining());
    Files.writeString(folder.resolve(LIST), head + rows);
    spec.commandLine().getOut().println(samples.size() + " files and " + LIST + " in " + folder);
    return 0;
  }

  static String row(AttackSample sample) {
    return String.join(
            "\t",
            sample.name(),
            sample.attack().title(),
            sample.format(),
            sample.declared().orElse(""),
            verdict(sample.expected()))
        + "\n";
  }

  private static String verdict(Expectation expected) {
    return switch (expected) {
      case Expectation.Clean _ -> "CLEAN\t";
      case Expectation.Validated _ -> "VALIDATED\t";
      case Expectation.Disarmed(var removed) -> "DISARMED\t" + names(removed.stream());
      case Expectation.Rejected(var reason) -> "REJECTED\t" + reason;
    };
  }

  private static String names(Stream<Removal.Kind> kinds) {
    return kinds.map(Enum::name).sorted().collect(Collectors.joining(","));
  }
}
