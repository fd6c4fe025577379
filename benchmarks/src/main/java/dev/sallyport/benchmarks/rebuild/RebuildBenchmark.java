package dev.sallyport.benchmarks.rebuild;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.NodePeers;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ScriptPeer;
import dev.sallyport.benchmarks.frame.ScriptPeer.Reading;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.TemporaryFolder;
import dev.sallyport.benchmarks.frame.Unmeasured;
import dev.sallyport.domain.sanitization.FileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Images a second that one thread rebuilds, and the memory that it takes, beside sharp. */
public final class RebuildBenchmark implements Benchmark {
  private static final int ROUNDS = 5;
  private static final double WARM_UP_SHARE = 0.8;
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final Predicate<Session> nodePeers;

  /** Installs sharp where npm is. */
  public RebuildBenchmark() {
    this(NodePeers::install);
  }

  RebuildBenchmark(Predicate<Session> nodePeers) {
    this.nodePeers = nodePeers;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String summary() {
    return "Images rebuilt from their pixels on one thread, and peak memory, beside sharp doing"
        + " the same.";
  }

  @Override
  public double usualSeconds() {
    return 8;
  }

  @Override
  public Result run(Session session) {
    boolean sharp = nodePeers.test(session);
    session.now("generating pictures");
    List<Row> rows = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    if (!sharp) {
      unmeasured.add(new Unmeasured("sharp", "npm is not here or could not install it"));
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      for (Picture picture : Picture.all(session.project())) {
        Path file = Files.write(folder.path().resolve("picture"), picture.bytes());
        session.now("Sallyport, " + picture.label());
        Row ours = ours(session, picture, file);
        rows.add(ours);
        if (sharp) {
          session.now("sharp, " + picture.label());
          Optional<Row> theirs = theirs(session, picture, file, unmeasured);
          theirs.ifPresent(row -> targets.addAll(targets(picture, ours, row)));
          theirs.ifPresent(rows::add);
        }
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
    List<String> columns = List.of("images/s", "peak RSS MiB", "KB out");
    return new Result(name(), session.machine(), columns, rows, targets, unmeasured);
  }

  private static List<Target> targets(Picture picture, Row ours, Row theirs) {
    if (picture.type() != FileType.PNG) {
      return List.of();
    }
    return List.of(
        Target.atLeast(
            picture.label() + ", images/s over those of sharp", ours.main() / theirs.main(), 1),
        Target.atMost(
            picture.label() + ", bytes over those of sharp",
            ours.values().getLast() / theirs.values().getLast(),
            1));
  }

  private static Row ours(Session session, Picture picture, Path file) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RebuildProcess.class.getName(), picture.type().name()));
    return switch (measure(command, session, file)) {
      case Reading.Measured measured -> row(picture, Role.OURS, measured);
      case Reading.Absent(String reason) ->
          throw new BenchmarkFailedException("our own process: " + reason);
    };
  }

  private static Optional<Row> theirs(
      Session session, Picture picture, Path file, List<Unmeasured> unmeasured) {
    List<String> command = new ArrayList<>(List.of("node", "rebuild_sharp.mjs"));
    command.add(session.project().installedPeers().toString());
    command.add(picture.type().name());
    return switch (measure(command, session, file)) {
      case Reading.Measured measured -> Optional.of(row(picture, Role.PEER, measured));
      case Reading.Absent(String reason) -> {
        unmeasured.add(new Unmeasured("sharp, " + picture.label(), reason));
        yield Optional.empty();
      }
    };
  }

  private static Reading measure(List<String> start, Session session, Path file) {
    List<String> command = new ArrayList<>(start);
    command.add(file.toString());
    command.add(String.format(Locale.ROOT, "%.4f", session.seconds() * WARM_UP_SHARE));
    command.add(String.format(Locale.ROOT, "%.4f", session.round(ROUNDS).toNanos() / 1e9));
    command.add(Integer.toString(ROUNDS));
    Duration limit = SPARE.plusMillis((long) (session.seconds() * 3000));
    return ScriptPeer.run(command, session.project().peers(), limit);
  }

  private static Row row(Picture picture, Role role, Reading.Measured measured) {
    List<Double> values =
        List.of(
            measured.perSecond(),
            measured.figures().getOrDefault("memory", Double.NaN),
            measured.figures().getOrDefault("size", Double.NaN) / 1000);
    return new Row(picture.label(), measured.label(), role, values);
  }
}
