package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.TemporaryFolder;
import dev.sallyport.benchmarks.sanitize.Sample;
import dev.sallyport.benchmarks.sanitize.Samples;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Attachments a second and peak heap when 64 large attachments in S3 are sanitized at once, beside
 * the embedded store and beside copies that nobody looks into.
 */
public final class S3SanitizeBenchmark implements Benchmark {
  private static final String ALL = "grant to verdict";
  private static final String JUDGING = "all there to verdict";
  private static final int AT_ONCE = 64;
  private static final int LEAST_PASSES = 3;
  private static final double MOST_HEAP = 512;

  @Override
  public String name() {
    return "s3-sanitize";
  }

  @Override
  public String summary() {
    return "64 large attachments at once through S3Proxy in a heap of 512 MiB, beside the embedded"
        + " store and mere copies.";
  }

  @Override
  public double usualSeconds() {
    return 30;
  }

  @Override
  public Result run(Session session) {
    session.now("generating files");
    List<Sample> samples = Samples.large();
    return run(
        session,
        IntStream.range(0, AT_ONCE).mapToObj(i -> samples.get(i % samples.size())).toList());
  }

  /** Measures with these files, all of them at once. */
  Result run(Session session, List<Sample> samples) {
    try (TemporaryFolder folder = TemporaryFolder.create();
        Strangers strangers = new Strangers()) {
      Path sent = Files.createDirectory(folder.path().resolve("sent"));
      Map<Sample, LargeFile> written = new HashMap<>();
      List<LargeFile> files =
          samples.stream()
              .map(sample -> written.computeIfAbsent(sample, one -> LargeFile.write(one, sent)))
              .toList();
      session.now("starting S3Proxy");
      S3Access access = S3Access.ofS3Proxy();
      List<Contender> contenders = new ArrayList<>();
      try {
        Map<Path, Sha256> made = new HashMap<>();
        for (Mode mode : Mode.values()) {
          contenders.add(Contender.start(mode, access, folder.path(), strangers, made));
        }
        return run(session, files, contenders);
      } finally {
        contenders.forEach(Contender::close);
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
  }

  private Result run(Session session, List<LargeFile> files, List<Contender> contenders) {
    session.now("warming up");
    contenders.forEach(contender -> contender.practise(files));
    session.now(files.size() + " attachments at once, everyone in turn");
    long end = System.nanoTime() + (long) (session.seconds() * contenders.size() * 1e9);
    for (int i = 0; i < LEAST_PASSES || System.nanoTime() < end; i++) {
      contenders.forEach(contender -> contender.pass(files));
    }
    List<Row> rows = new ArrayList<>();
    contenders.forEach(contender -> rows.add(contender.all(ALL, files)));
    contenders.forEach(contender -> rows.add(contender.judging(JUDGING, files)));
    Contender ours = contenders.getFirst();
    return new Result(
        name(),
        session.machine(),
        List.of("attachments/s", "MB/s", "s", "peak heap MiB", "in use MiB", "tried again"),
        rows,
        List.of(
            Target.atMost("peak heap MiB", ours.peakHeap(), MOST_HEAP),
            Target.atLeast("attachments under way at once", ours.atOnce(), files.size())),
        List.of());
  }
}
