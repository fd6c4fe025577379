package dev.sallyport.benchmarks.presign;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.NodePeers;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ScriptPeer;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.Unmeasured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import software.amazon.awssdk.core.util.VersionInfo;

/** Presigned forms a second on one warm thread, beside what others reach, and beside the floor. */
public final class PresignBenchmark implements Benchmark {
  private static final String GROUP = "presigned form";
  private static final int ROUNDS = 5;

  /** Of each JVM contender: one process in ten or so is compiled badly and stays slow. */
  private static final int FORKS = 3;

  private static final double WARM_UP_SHARE = 1.6;
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final boolean forks;
  private final Predicate<Session> nodePeers;

  /** Measures each contender in a process of its own. */
  public PresignBenchmark() {
    this(true, NodePeers::install);
  }

  /** Without processes of their own the contenders disturb each other, but start at once. */
  PresignBenchmark(boolean forks, Predicate<Session> nodePeers) {
    this.forks = forks;
    this.nodePeers = nodePeers;
  }

  @Override
  public String name() {
    return "presign";
  }

  @Override
  public String summary() {
    return "Presigned POST forms a second on one warm thread, beside boto3,"
        + " @aws-sdk/s3-presigned-post, the AWS SDK for Java and the least work there is.";
  }

  @Override
  public double usualSeconds() {
    return 5;
  }

  @Override
  public Result run(Session session) {
    List<Row> rows = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    double ours = measure("sallyport", session);
    rows.add(row("Sallyport", Role.OURS, ours));
    script("boto3", List.of("python3", "presign_boto3.py"), session, rows, unmeasured);
    node(session, rows, unmeasured);
    rows.add(
        row(
            "AWS SDK for Java " + VersionInfo.SDK_VERSION + ", presigned PUT",
            Role.PEER,
            measure("sdkPut", session)));
    double best =
        rows.stream().filter(r -> r.role() == Role.PEER).mapToDouble(Row::main).max().orElseThrow();
    double floor = measure("floor", session);
    rows.add(row("floor: one HMAC, text by hand", Role.FLOOR, floor));
    return new Result(
        name(),
        session.machine(),
        List.of("forms/s"),
        rows,
        List.of(
            Target.atLeast("forms/s over those of the best peer", ours / best, 10),
            Target.atLeast("forms/s over those of the floor", ours / floor, 0.5)),
        unmeasured);
  }

  private static Row row(String label, Role role, double perSecond) {
    return new Row(GROUP, label, role, List.of(perSecond));
  }

  private double measure(String contender, Session session) {
    session.now(contender);
    TimeValue round = TimeValue.nanoseconds(session.round(ROUNDS).toNanos());
    var options =
        new OptionsBuilder()
            .include(
                "^" + JavaSigners.class.getName().replace(".", "\\.") + "\\." + contender + "$")
            .forks(forks ? FORKS : 0)
            .threads(1)
            .warmupIterations(Math.max(1, (int) (ROUNDS * WARM_UP_SHARE)))
            .warmupTime(round)
            .measurementIterations(ROUNDS)
            .measurementTime(round)
            .jvmArgsAppend(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=bench-logback.xml")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return new Runner(options).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
    } catch (RunnerException e) {
      throw new BenchmarkFailedException(contender + " could not be measured", e);
    }
  }

  private void node(Session session, List<Row> rows, List<Unmeasured> unmeasured) {
    String peer = "@aws-sdk/s3-presigned-post";
    if (nodePeers.test(session)) {
      String folder = session.project().installedPeers().toString();
      script(peer, List.of("node", "presign_post.mjs", folder), session, rows, unmeasured);
    } else {
      unmeasured.add(new Unmeasured(peer, "npm is not here or could not install it"));
    }
  }

  private static void script(
      String peer,
      List<String> start,
      Session session,
      List<Row> rows,
      List<Unmeasured> unmeasured) {
    session.now(peer);
    double round = session.round(ROUNDS).toNanos() / 1e9;
    List<String> command = new ArrayList<>(start);
    command.add(String.format(Locale.ROOT, "%.4f", session.seconds() * WARM_UP_SHARE));
    command.add(String.format(Locale.ROOT, "%.4f", round));
    command.add(Integer.toString(ROUNDS));
    Duration limit = SPARE.plusMillis((long) (session.seconds() * 3000));
    switch (ScriptPeer.run(command, session.project().peers(), limit)) {
      case ScriptPeer.Reading.Measured(String label, double perSecond, _) ->
          rows.add(row(label, Role.PEER, perSecond));
      case ScriptPeer.Reading.Absent(String reason) -> unmeasured.add(new Unmeasured(peer, reason));
    }
  }
}
