package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.benchmarks.coldstart.Contender.Question;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.TemporaryFolder;
import dev.sallyport.servers.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Seconds from the start of a function's process to its first answer. Functions of the product run
 * from their package in Amazon's own runtime interface client, with the flags that a managed
 * runtime for Java has; everyone takes turns.
 */
public final class ColdstartBenchmark implements Benchmark {
  private static final String UPLOAD = "POST /service/upload";
  private static final String AUTHORIZER = "authorizer";
  private static final String SERVICE_HANDLER = "dev.sallyport.lambda.ServiceApiHandler";
  private static final String AUTHORIZER_HANDLER = "dev.sallyport.lambda.AuthorizerHandler";
  private static final String CACHED = "Sallyport, with an AOT cache";
  private static final String UNCACHED = "Sallyport, without";
  private static final int LEAST_STARTS = 5;
  private static final double OF_NODE = 0.8;
  private static final double OF_PYTHON = 1.0 / 3;
  private static final Duration INVOCATION = Duration.ofSeconds(20);

  /** The runtime interface client brings a class of its own under that name. */
  private static final Pattern SDK_CLASS =
      Pattern.compile("\\] software\\.amazon\\.awssdk\\.(?!utilslite\\.)\\S+ source:");

  private final Clock clock;

  /** Measures by this clock's time of day; spans are measured otherwise. */
  public ColdstartBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "coldstart";
  }

  @Override
  public String summary() {
    return "Process start to first answer of the upload function and of the authorizer, with and"
        + " without an AOT cache, beside functions in Node.js and Python.";
  }

  @Override
  public double usualSeconds() {
    return 5;
  }

  @Override
  public Result run(Session session) {
    Path archive =
        session
            .project()
            .root()
            .resolve("entrypoint-lambda")
            .resolve("target")
            .resolve("sallyport-lambda.zip");
    if (!Files.exists(archive)) {
      throw new BenchmarkFailedException("there is no package; build entrypoint-lambda");
    }
    session.now("starting DynamoDB Local");
    try (Surroundings around = Surroundings.start(clock);
        TemporaryFolder folder = TemporaryFolder.create()) {
      return run(session, around, archive, folder.path());
    } catch (IOException e) {
      throw new BenchmarkFailedException("the package cannot be used", e);
    }
  }

  private Result run(Session session, Surroundings around, Path archive, Path folder)
      throws IOException {
    session.now("rehearsing");
    Question upload = new Question(around.uploadEvent(), "\"statusCode\":200");
    Question authorize = new Question(around.authorizerEvent(), "\"isAuthorized\":true");
    FunctionPackage service = FunctionPackage.unpack(archive, folder.resolve("service"));
    FunctionPackage authorizer = FunctionPackage.unpack(archive, folder.resolve("authorizer"));
    List<Contender> ours = new ArrayList<>();
    ours.addAll(both(UPLOAD, service, SERVICE_HANDLER, around.ofService(), upload));
    ours.addAll(both(AUTHORIZER, authorizer, AUTHORIZER_HANDLER, around.ofAuthorizer(), authorize));
    int sdkClasses = sdkClasses(authorizer, around.ofAuthorizer(), authorize.event());
    session.now("finding peers");
    Peers peers = new Peers(session, UPLOAD, upload, around.ofPeers());
    peers.find();
    List<Contender> all = new ArrayList<>(ours);
    all.addAll(2, peers.python());
    all.addAll(2, peers.node());
    session.now("starting " + all.size() + " functions in turn");
    long end = System.nanoTime() + (long) (session.seconds() * all.size() * 1e9);
    for (int i = 0; i < LEAST_STARTS || System.nanoTime() < end; i++) {
      all.forEach(Contender::start);
    }
    return new Result(
        name(),
        session.machine(),
        List.of("first answer s", "slowest s", "peak RSS MB", "package MB"),
        all.stream().map(Contender::row).toList(),
        targets(ours.getFirst(), peers, sdkClasses),
        peers.unmeasured());
  }

  private static List<Contender> both(
      String group,
      FunctionPackage code,
      String handler,
      Map<String, String> variables,
      Question question)
      throws IOException {
    code.rehearse(handler, variables, question.event());
    long size = code.size();
    Contender cached =
        new Contender(
            group,
            CACHED,
            Role.OURS,
            size + code.cacheSize(),
            question,
            () -> code.startWithCache(handler, variables, List.of()));
    Contender uncached =
        new Contender(
            group,
            UNCACHED,
            Role.OURS,
            size,
            question,
            () -> code.start(handler, variables, List.of()));
    cached.practise();
    uncached.practise();
    return List.of(cached, uncached);
  }

  private static int sdkClasses(FunctionPackage code, Map<String, String> variables, String event) {
    List<String> options = List.of("-Xlog:class+load=info:stdout:uptime");
    try (LambdaRuntime runtime = code.start(AUTHORIZER_HANDLER, variables, options)) {
      runtime.invoke(event, INVOCATION);
      return sdkClasses(runtime.printed());
    }
  }

  /**
   * Counts the classes of Amazon's SDK in a log of loaded classes.
   *
   * @throws BenchmarkFailedException when it is no such log, which would count none
   */
  static int sdkClasses(String log) {
    if (!log.contains(" source:")) {
      throw new BenchmarkFailedException("the JVM did not say which classes it loads");
    }
    return Math.toIntExact(SDK_CLASS.matcher(log).results().count());
  }

  private static List<Target> targets(Contender ours, Peers peers, int sdkClasses) {
    List<Target> targets = new ArrayList<>();
    peers.node().stream()
        .min(Comparator.comparingDouble(Contender::median))
        .ifPresent(best ->
            targets.add(
                Target.atMost(
                    "seconds over those of the faster function in Node.js",
                    ours.median() / best.median(),
                    OF_NODE)));
    peers
        .python()
        .forEach(python ->
            targets.add(
                Target.atMost(
                    "seconds over those of the function in Python",
                    ours.median() / python.median(),
                    OF_PYTHON)));
    targets.add(Target.atMost("classes of the AWS SDK that the authorizer loads", sdkClasses, 0));
    return targets;
  }
}
