package dev.sallyport.benchmarks.redact;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.benchmarks.content.FileContent;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.TemporaryFolder;
import dev.sallyport.benchmarks.frame.Unmeasured;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Megabytes of logs a second on one thread: checked, cleaned and redacted, beside searching. */
public final class RedactBenchmark implements Benchmark {
  private static final String GROUP = "logs, one thread";
  private static final int SIZE = 32_000_000;
  private static final int SMALL = 1_000_000;
  private static final int LEAST_ROUNDS = 3;
  private static final double MEGABYTE = 1e6;

  private final Clock clock;
  private final int size;

  /** Measures over 32 MB. */
  public RedactBenchmark(Clock clock) {
    this(clock, SIZE);
  }

  RedactBenchmark(Clock clock, int size) {
    this.clock = clock;
    this.size = size;
  }

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public String summary() {
    return "Logs cleaned and redacted on one thread, beside ripgrep counting and replacing the"
        + " same patterns, and java.util.regex.";
  }

  @Override
  public double usualSeconds() {
    return 10; // The compiler is not done with the rules of redaction after less.
  }

  @Override
  public Result run(Session session) {
    byte[] log = Logs.generate(1, size);
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path file = folder.path().resolve("log.txt");
      Files.write(file, log);
      return run(session, file, log);
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
  }

  private Result run(Session session, Path file, byte[] log) {
    Content content = new FileContent(file, new DataSize(log.length));
    List<Row> rows = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    session.now("sallyport");
    double ours = measure(session, log.length, () -> rebuild(content, true));
    rows.add(row("Sallyport: checked, cleaned and redacted", Role.OURS, ours));
    session.now("sallyport without redaction");
    double clean = measure(session, log.length, () -> rebuild(content, false));
    rows.add(row("of which checked and cleaned, not redacted", Role.PART, clean));
    List<Target> targets = new ArrayList<>();
    Optional<String> ripgrep = Ripgrep.version();
    if (ripgrep.isPresent()) {
      session.now("ripgrep");
      double count = measure(session, log.length, () -> need(Ripgrep.count(Patterns.ALL, file)));
      rows.add(row(ripgrep.get() + " counting matches", Role.PEER, count));
      targets.add(Target.atLeast("MB/s over those of ripgrep counting", ours / count, 1));
      double replace =
          measure(session, log.length, () -> need(Ripgrep.replace(Patterns.ALL, file)));
      rows.add(row(ripgrep.get() + " replacing", Role.PEER, replace));
    } else {
      unmeasured.add(new Unmeasured("ripgrep", "no rg here (Debian package ripgrep)"));
    }
    session.now("java.util.regex");
    String small = new String(log, 0, Math.min(log.length, SMALL), StandardCharsets.US_ASCII);
    List<Matcher> matchers =
        Patterns.ALL.stream().map(e -> Pattern.compile(e).matcher("")).toList();
    double regex = measure(session, small.length(), () -> timed(() -> replaceAll(matchers, small)));
    rows.add(row("java.util.regex replacing, one expression after the other", Role.PEER, regex));
    return new Result(name(), session.machine(), List.of("MB/s"), rows, targets, unmeasured);
  }

  private static Row row(String label, Role role, double megabytes) {
    return new Row(GROUP, label, role, List.of(megabytes));
  }

  /** Returns the median over the second half of the rounds, the first half being warm-up. */
  private static double measure(Session session, int bytes, Supplier<Double> round) {
    List<Double> seconds = new ArrayList<>();
    long end = System.nanoTime() + (long) (session.seconds() * 1e9);
    while (System.nanoTime() < end || seconds.size() < 2 * LEAST_ROUNDS) {
      seconds.add(round.get());
    }
    return bytes / MEGABYTE / Figures.median(seconds.subList(seconds.size() / 2, seconds.size()));
  }

  private double rebuild(Content content, boolean redact) {
    ContentRebuilder rebuilder =
        DaggerRedactComponent.create().rebuilders().stream()
            .filter(r -> r.types().contains(FileType.TEXT))
            .findFirst()
            .orElseThrow();
    SanitizationPolicy policy = policy(redact);
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), clock);
    return timed(() -> {
      try {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Rebuilt made = rebuilder.rebuild(content, FileType.TEXT, policy, deadline, nowhere);
        if (!(made instanceof Rebuilt.Done)) {
          throw new BenchmarkFailedException("the log was refused");
        }
      } catch (IOException e) {
        throw new BenchmarkFailedException("the log could not be read", e);
      }
    });
  }

  private static SanitizationPolicy policy(boolean redact) {
    SanitizationPolicy rest = SanitizationPolicy.defaults();
    return new SanitizationPolicy(
        rest.accepted(),
        rest.maxPixels(),
        rest.maxTextBytes(),
        rest.maxJsonDepth(),
        rest.maxChunkBytes(),
        rest.archives(),
        redact,
        rest.deadline(),
        rest.maxAttempts(),
        rest.maxWait(),
        rest.retainCleaned(),
        rest.retainRejected(),
        rest.retention());
  }

  private static void replaceAll(List<Matcher> matchers, String text) {
    String result = text;
    for (Matcher matcher : matchers) {
      result = matcher.reset(result).replaceAll("[redacted]");
    }
  }

  private static double timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double need(OptionalDouble seconds) {
    return seconds.orElseThrow(() -> new BenchmarkFailedException("ripgrep failed"));
  }
}
