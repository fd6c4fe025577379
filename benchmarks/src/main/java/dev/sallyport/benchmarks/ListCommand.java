package dev.sallyport.benchmarks;

import dev.sallyport.benchmarks.frame.Benchmark;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Names the benchmarks, one in a line. */
@Command(mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  private final List<Benchmark> benchmarks;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
  ListCommand(List<Benchmark> benchmarks) {
    this.benchmarks = List.copyOf(benchmarks);
  }

  @Override
  public void run() {
    for (Benchmark benchmark : benchmarks) {
      spec.commandLine().getOut().printf("%-10s %s%n", benchmark.name(), benchmark.summary());
    }
  }
}
