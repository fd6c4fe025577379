package dev.sallyport.benchmarks.avatar;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Photographs a second that one thread makes into avatars, beside sharp and the JDK alone. */
public final class AvatarBenchmark implements Benchmark {
  private static final String GROUP = "12 MP JPEG to 512, 256 and 64 px";
  private static final int ROUNDS = 5;
  private static final double WARM_UP_SHARE = 0.8;
  private static final double LEAST_OVER_PLAIN = 1.5;
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final Predicate<Session> nodePeers;

  /** Installs sharp where npm is. */
  public AvatarBenchmark() {
    this(NodePeers::install);
  }

  AvatarBenchmark(Predicate<Session> nodePeers) {
    this.nodePeers = nodePeers;
  }

  @Override
  public String name() {
    return "avatar";
  }

  @Override
  public String summary() {
    return "A photograph made into all sizes of an avatar on one thread, and peak memory, beside"
        + " sharp and the JDK alone.";
  }

  @Override
  public double usualSeconds() {
    return 8;
  }

  @Override
  public Result run(Session session) {
    boolean sharp = nodePeers.test(session);
    session.now("generating a photograph");
    List<Row> rows = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path file =
          Files.write(folder.path().resolve("photograph"), Photograph.file(session.project()));
      rows.add(own(session, file, AvatarProcess.OURS, Role.OURS));
      rows.add(own(session, file, AvatarProcess.PLAIN, Role.PEER));
      if (sharp) {
        sharp(session, file, rows, unmeasured);
      } else {
        unmeasured.add(new Unmeasured("sharp", "npm is not here or could not install it"));
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
    Target target =
        Target.atLeast(
            "images/s over those of ImageIO decoding all pixels",
            rows.get(0).main() / rows.get(1).main(),
            LEAST_OVER_PLAIN);
    List<String> columns = List.of("images/s", "peak RSS MiB", "KB out");
    return new Result(name(), session.machine(), columns, rows, List.of(target), unmeasured);
  }

  private static Row own(Session session, Path file, String way, Role role) {
    session.now(role == Role.OURS ? "Sallyport" : "ImageIO");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AvatarProcess.class.getName(), way));
    return switch (measure(command, session, file)) {
      case Reading.Measured measured -> row(role, measured);
      case Reading.Absent(String reason) ->
          throw new BenchmarkFailedException("our own process: " + reason);
    };
  }

  private static void sharp(
      Session session, Path file, List<Row> rows, List<Unmeasured> unmeasured) {
    session.now("sharp");
    List<String> command = new ArrayList<>(List.of("node", "avatar_sharp.mjs"));
    command.add(session.project().installedPeers().toString());
    switch (measure(command, session, file)) {
      case Reading.Measured measured -> rows.add(row(Role.PEER, measured));
      case Reading.Absent(String reason) -> unmeasured.add(new Unmeasured("sharp", reason));
    }
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

  private static Row row(Role role, Reading.Measured measured) {
    List<Double> values =
        List.of(
            measured.perSecond(),
            measured.figures().getOrDefault("memory", Double.NaN),
            measured.figures().getOrDefault("size", Double.NaN) / 1000);
    return new Row(GROUP, measured.label(), role, values);
  }
}
