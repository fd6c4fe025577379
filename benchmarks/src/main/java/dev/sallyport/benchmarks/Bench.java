package dev.sallyport.benchmarks;

import dev.sallyport.benchmarks.avatar.AvatarBenchmark;
import dev.sallyport.benchmarks.coldstart.ColdstartBenchmark;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.http.HttpBenchmark;
import dev.sallyport.benchmarks.inflate.InflateBenchmark;
import dev.sallyport.benchmarks.migrate.MigrateBenchmark;
import dev.sallyport.benchmarks.presign.PresignBenchmark;
import dev.sallyport.benchmarks.rebuild.RebuildBenchmark;
import dev.sallyport.benchmarks.redact.RedactBenchmark;
import dev.sallyport.benchmarks.s3.S3SanitizeBenchmark;
import dev.sallyport.benchmarks.sanitize.SanitizeBenchmark;
import dev.sallyport.benchmarks.sla.SlaBenchmark;
import dev.sallyport.benchmarks.startup.StartupBenchmark;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks: {@code ./sallyport bench NAME|all|list}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Sallyport beside its peers, in one run on this machine.",
    footer = {
      "",
      "Ends with 0 when every target is met, 1 when one is missed or could not be measured, 2 for"
          + " a wrong command line."
    })
public final class Bench {
  private Bench() {}

  /** Ends the process with the status that the help describes. */
  public static void main(String[] arguments) {
    // Before anything logs; the server's own configuration is for servers.
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(
        commandLine(benchmarks(), Project::ofThisBuild, Clock.systemUTC(), out).execute(arguments));
  }

  private static List<Benchmark> benchmarks() {
    return List.of(
        new PresignBenchmark(),
        new HttpBenchmark(),
        new SanitizeBenchmark(),
        new RebuildBenchmark(),
        new AvatarBenchmark(),
        new InflateBenchmark(),
        new RedactBenchmark(Clock.systemUTC()),
        new MigrateBenchmark(Clock.systemUTC()),
        new S3SanitizeBenchmark(),
        new SlaBenchmark(Clock.systemUTC()),
        new StartupBenchmark(),
        new ColdstartBenchmark(Clock.systemUTC()));
  }

  /** One command for each benchmark, one for all and one that lists them. */
  static CommandLine commandLine(
      List<Benchmark> benchmarks, Supplier<Project> project, Clock clock, PrintWriter out) {
    CommandLine bench = new CommandLine(new Bench()).setOut(out);
    for (Benchmark benchmark : benchmarks) {
      add(
          bench,
          benchmark.name(),
          benchmark.summary(),
          new RunCommand(List.of(benchmark), project, clock));
    }
    add(bench, "all", "Runs all of them.", new RunCommand(benchmarks, project, clock));
    add(bench, "list", "Names them.", new ListCommand(benchmarks));
    return bench;
  }

  private static void add(CommandLine bench, String name, String description, Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description(description);
    bench.addSubcommand(name, line);
    line.setOut(bench.getOut());
  }
}
