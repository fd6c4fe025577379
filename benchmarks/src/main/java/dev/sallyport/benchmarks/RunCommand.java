package dev.sallyport.benchmarks;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.PerformancePage;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.ResultJson;
import dev.sallyport.benchmarks.frame.ResultTable;
import dev.sallyport.benchmarks.frame.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs benchmarks one after the other; one that fails does not keep the next from running. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final List<Benchmark> benchmarks;
  private final Supplier<Project> projects;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each figure is measured. Default: what each benchmark needs.")
  private @Nullable Double seconds;

  @Option(names = "--write", description = "Renews the tables in docs/performance.md by this run.")
  private boolean write;

  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
  RunCommand(List<Benchmark> benchmarks, Supplier<Project> projects, Clock clock) {
    this.projects = projects;
    this.benchmarks = List.copyOf(benchmarks);
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Project project = projects.get();
    boolean allMet = true;
    for (Benchmark benchmark : benchmarks) {
      Session session = session(benchmark, project, out);
      out.println("bench " + benchmark.name() + ": " + benchmark.summary());
      try {
        Result result = benchmark.run(session);
        out.println();
        out.println(ResultTable.write(result));
        keep(result, project);
        allMet &= result.meetsTargets();
      } catch (BenchmarkFailedException e) {
        allMet = false;
        out.println("bench " + benchmark.name() + " failed: " + e.getMessage());
        if (e.getCause() != null) {
          out.println("  because of " + e.getCause());
        }
      }
    }
    return allMet ? 0 : 1;
  }

  private Session session(Benchmark benchmark, Project project, PrintWriter out) {
    try {
      double chosen = seconds == null ? benchmark.usualSeconds() : seconds;
      return new Session(chosen, project, Machine.here(clock), out);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void keep(Result result, Project project) throws IOException {
    Path line = project.resultOf(result.benchmark());
    Files.createDirectories(line.getParent());
    Files.writeString(line, ResultJson.write(result) + "\n");
    if (write) {
      String page = Files.readString(project.page());
      Files.writeString(project.page(), PerformancePage.renew(page, result));
    }
  }
}
