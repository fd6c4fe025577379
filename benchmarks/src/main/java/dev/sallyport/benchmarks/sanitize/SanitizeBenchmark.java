package dev.sallyport.benchmarks.sanitize;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.media.MediaConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attachments a second from grant to verdict, beside the sum of the parts of that work. */
public final class SanitizeBenchmark implements Benchmark {
  private static final String ALL = "grant to verdict";
  private static final String STEPS = "the same bytes, step by step";
  private static final int WARM_UP_PASSES = 2;
  private static final int LEAST_PASSES = 3;
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "sanitize";
  }

  @Override
  public String summary() {
    return "Photographs, screenshots and logs through the whole embedded pipeline, beside the sum"
        + " of its parts.";
  }

  @Override
  public double usualSeconds() {
    return 12;
  }

  @Override
  public Result run(Session session) {
    session.now("generating samples");
    List<Sample> samples = Samples.mix(session.project());
    try {
      Path folder = Files.createTempDirectory("bench");
      try {
        return run(session, samples, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
  }

  private Result run(Session session, List<Sample> samples, Path folder) {
    Clock clock = Clock.systemUTC();
    IdGenerator ids = new SecureIdGenerator();
    Verdicts verdicts = new Verdicts();
    PipelineComponent component =
        DaggerPipelineComponent.factory()
            .create(
                clock,
                ids,
                verdicts,
                InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:1"), folder),
                MediaConfiguration.defaults(folder));
    Measured measured = new Measured();
    try (Parts parts = new Parts(component, ids, clock)) {
      session.now("one worker in turn with the parts");
      try (Pipeline pipeline = new Pipeline(component, verdicts, 1)) {
        for (int i = 0; i < WARM_UP_PASSES; i++) {
          pipeline.pass(samples);
          parts.pass(samples);
        }
        long end = System.nanoTime() + (long) (session.seconds() * 2e9);
        while (System.nanoTime() < end || measured.one.size() < LEAST_PASSES) {
          measured.one.add(pipeline.pass(samples));
          measured.parts.add(parts.pass(samples));
        }
      }
      session.now("two workers");
      try (Pipeline pipeline = new Pipeline(component, verdicts, 2)) {
        long end = System.nanoTime() + (long) (session.seconds() * 1e9);
        while (System.nanoTime() < end || measured.two.size() < LEAST_PASSES) {
          measured.two.add(pipeline.pass(samples));
        }
      }
    } finally {
      component.objects().close();
    }
    return result(session, samples, measured);
  }

  /** Seconds of each pass. */
  private static final class Measured {
    private final List<Double> one = new ArrayList<>();
    private final List<Double> two = new ArrayList<>();
    private final List<Map<Parts.Step, Double>> parts = new ArrayList<>();
  }

  private Result result(Session session, List<Sample> samples, Measured measured) {
    double megabytes = samples.stream().mapToLong(s -> s.bytes().length).sum() / MEGABYTE;
    double one = Figures.median(measured.one);
    double two = Figures.median(measured.two) / 2;
    List<Row> steps = new ArrayList<>();
    double sum = 0;
    for (Parts.Step step : Parts.Step.values()) {
      double seconds = Figures.median(measured.parts.stream().map(p -> p.get(step)).toList());
      sum += seconds;
      steps.add(row(STEPS, step.label(), Role.PART, samples.size(), megabytes, seconds));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(row(ALL, "Sallyport, one worker", Role.OURS, samples.size(), megabytes, one));
    rows.add(row(ALL, "sum of the parts", Role.FLOOR, samples.size(), megabytes, sum));
    rows.add(row(ALL, "Sallyport, two workers", Role.OURS, samples.size(), megabytes, two));
    rows.addAll(steps);
    return new Result(
        name(),
        session.machine(),
        List.of("attachments/s", "MB/s", "ms each"),
        rows,
        List.of(
            Target.atLeast("attachments/s of one worker over those of its parts", sum / one, 0.8)),
        List.of());
  }

  private static Row row(
      String group, String label, Role role, int count, double megabytes, double seconds) {
    return new Row(
        group, label, role, List.of(count / seconds, megabytes / seconds, seconds * 1000 / count));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
