package dev.sallyport.benchmarks.sla;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Product;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ServerProcess;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * SLA errors a second over HTTP, beside a bare server that keeps the same JSON in a map, and what
 * queries cost when few and when many are there.
 */
public final class SlaBenchmark implements Benchmark {
  private static final Duration START = Duration.ofSeconds(60);
  private static final String USER = "watcher";
  private static final String PASSWORD = "bench-password";
  private static final int PAGE = 10;
  private static final double GROWTH = 2;
  private static final int ROUNDS = 6;
  private static final Pattern ID = Pattern.compile("\"ErrorId\":\"([^\"]+)\"");

  private final Clock clock;
  private final int few;
  private final int many;

  /** The sizes that are promised: ten thousand and a million. */
  public SlaBenchmark(Clock clock) {
    this(clock, 10_000, 1_000_000);
  }

  SlaBenchmark(Clock clock, int few, int many) {
    this.clock = clock;
    this.few = few;
    this.many = many;
  }

  @Override
  public String name() {
    return "sla";
  }

  @Override
  public String summary() {
    return "SLA errors a second over HTTP beside a bare server that keeps the same JSON in a map,"
        + " and queries at "
        + Figures.write(few)
        + " and "
        + Figures.write(many)
        + " of them.";
  }

  @Override
  public double usualSeconds() {
    return 18;
  }

  @Override
  public Result run(Session session) {
    List<Row> rows = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    session.now("starting the product");
    List<String> options = List.of("--user", USER + ":" + PASSWORD + ":user");
    try (ServerProcess server = ServerProcess.start(Product.serve(options), START);
        SlaClient client = SlaClient.signedIn(server.address(), USER, PASSWORD)) {
      Instant began = clock.instant();
      Runs runs = new Runs(began);
      session.now("taking in " + Figures.write(few));
      client.ingest(runs, few / Runs.BREACHES);
      warmUp(session, client, began);
      List<Question> questions = questions(client, began);
      List<SlaClient.Seen> early = ask(session, client, questions, few);
      session.now("taking in " + Figures.write(many));
      SlaClient.Seen taken = client.ingest(runs, (many - few) / Runs.BREACHES);
      rows.add(row("taken in", "Sallyport", Role.OURS, taken));
      rows.add(row("taken in", "bare Javalin, Jackson and a map", Role.FLOOR, bare(session)));
      List<SlaClient.Seen> late = ask(session, client, questions, many);
      for (int i = 0; i < questions.size(); i++) {
        compare(questions.get(i).name(), early.get(i), late.get(i), rows, targets);
      }
    }
    return new Result(
        name(),
        session.machine(),
        List.of("SLA errors or answers/s", "p50 ms", "p99 ms"),
        rows,
        targets,
        List.of());
  }

  private void compare(
      String question,
      SlaClient.Seen early,
      SlaClient.Seen late,
      List<Row> rows,
      List<Target> targets) {
    rows.add(row(question, "at " + Figures.write(many), Role.OURS, late));
    rows.add(row(question, "at " + Figures.write(few), Role.OURS, early));
    targets.add(
        Target.atMost(
            question + ", p99 at " + Figures.write(many) + " over p99 at " + Figures.write(few),
            late.millis(99) / early.millis(99),
            GROWTH));
  }

  private SlaClient.Seen bare(Session session) {
    session.now("the same for the bare server");
    ProcessBuilder command =
        ServerProcess.java(Product.FLAGS, BareWatch.class.getName(), List.of());
    try (ServerProcess server = ServerProcess.start(command, START);
        SlaClient client = SlaClient.unknownTo(server.address())) {
      Runs runs = new Runs(clock.instant());
      client.ingest(runs, few / Runs.BREACHES);
      return client.ingest(runs, (many - few) / Runs.BREACHES);
    }
  }

  /**
   * Repeats what is there already as often as there is more to come, so that a server with few is
   * asked when it is as warm as the one with many.
   */
  private void warmUp(Session session, SlaClient client, Instant began) {
    session.now("repeating them");
    for (int sent = few; sent < many; sent += few) {
      client.ingest(new Runs(began), few / Runs.BREACHES);
    }
  }

  /** Warm-up included, so that the later questions do not look faster than they are. */
  private static List<SlaClient.Seen> ask(
      Session session, SlaClient client, List<Question> questions, int stored) {
    List<SlaClient.Seen> seen = new ArrayList<>();
    for (Question question : questions) {
      session.now(question.name() + " at " + Figures.write(stored));
      client.ask(question.path(), session.round(ROUNDS));
      seen.add(client.ask(question.path(), session.round(ROUNDS)));
    }
    return seen;
  }

  private record Question(String name, Supplier<String> path) {}

  private static List<Question> questions(SlaClient client, Instant began) {
    String page = "/file_sla_errors?limit=" + PAGE;
    LocalDate day = LocalDate.ofInstant(began, ZoneOffset.UTC);
    String range = "&from=" + began.minusSeconds(1) + "&to=" + began.plus(Duration.ofDays(1));
    List<String> ids = ids(client.get("/file_sla_errors?limit=100&day=" + day));
    return List.of(
        new Question(
            "GET by folder and time",
            () -> page + "&folder=" + Runs.folder(any(Runs.FOLDERS)) + range),
        new Question("GET by day", () -> page + "&day=" + day),
        new Question("GET by id", () -> "/file_sla_errors/" + ids.get(any(ids.size()))));
  }

  private static List<String> ids(String answer) {
    List<String> ids = ID.matcher(answer).results().map(found -> found.group(1)).toList();
    if (ids.isEmpty()) {
      throw new BenchmarkFailedException("what was sent is not listed");
    }
    return ids;
  }

  private static int any(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private static Row row(String group, String label, Role role, SlaClient.Seen seen) {
    return new Row(group, label, role, List.of(seen.perSecond(), seen.millis(50), seen.millis(99)));
  }
}
