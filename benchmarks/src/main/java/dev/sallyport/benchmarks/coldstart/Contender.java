package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.servers.LambdaRuntime;
import dev.sallyport.servers.LambdaRuntime.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One function that is started again and again, each time in a process of its own. */
final class Contender {
  private static final Duration INVOCATION = Duration.ofSeconds(20);
  private static final double MEGABYTE = 1e6;

  private final String group;
  private final String label;
  private final Role role;
  private final double packageBytes;
  private final Supplier<LambdaRuntime> starter;
  private final Question question;
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> peaks = new ArrayList<>();

  /**
   * What a function is asked.
   *
   * @param event the event
   * @param answer what a right answer contains
   */
  record Question(String event, String answer) {}

  Contender(
      String group,
      String label,
      Role role,
      long packageBytes,
      Question question,
      Supplier<LambdaRuntime> starter) {
    this.group = group;
    this.label = label;
    this.role = role;
    this.packageBytes = packageBytes;
    this.question = question;
    this.starter = starter;
  }

  String label() {
    return label;
  }

  /** Starts once and keeps no figure. */
  void practise() {
    try (LambdaRuntime runtime = starter.get()) {
      requireRight(runtime.invoke(question.event(), INVOCATION), runtime);
    }
  }

  /** Starts once, from no process to the first answer. */
  void start() {
    long begin = System.nanoTime();
    try (LambdaRuntime runtime = starter.get()) {
      Outcome outcome = runtime.invoke(question.event(), INVOCATION);
      double took = (System.nanoTime() - begin) / 1e9;
      requireRight(outcome, runtime);
      seconds.add(took);
      peaks.add((double) runtime.peakMemory());
    }
  }

  private void requireRight(Outcome outcome, LambdaRuntime runtime) {
    switch (outcome) {
      case Outcome.Answered(String body) -> {
        if (!body.contains(question.answer())) {
          throw new BenchmarkFailedException(label + " answered " + body);
        }
      }
      case Outcome.Failed(String body) ->
          throw new BenchmarkFailedException(label + " failed: " + body + "\n" + runtime.printed());
    }
  }

  /** The median of all starts so far. */
  double median() {
    return Figures.median(seconds);
  }

  /**
   * Seconds of the median and of the slowest start, then megabytes of memory and of the package.
   */
  Row row() {
    return new Row(
        group,
        label,
        role,
        List.of(
            median(),
            seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
            Figures.median(peaks) / MEGABYTE,
            packageBytes / MEGABYTE));
  }
}
