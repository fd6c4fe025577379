package dev.sallyport.benchmarks.inflate;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.benchmarks.content.ArrayContent;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.frame.TemporaryFolder;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Megabytes a second out of archives, every limit kept, beside the JDK's readers in turn. */
public final class InflateBenchmark implements Benchmark {
  private static final int WARM_UP = 3;
  private static final int LEAST_ROUNDS = 5;
  private static final double WANTED = 0.9;
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "inflate";
  }

  @Override
  public String summary() {
    return "Megabytes a second out of ZIP and gzip with every limit kept, beside java.util.zip"
        + " without any.";
  }

  @Override
  public double usualSeconds() {
    return 5;
  }

  @Override
  public Result run(Session session) {
    session.now("generating archives");
    Packed packed = Packed.sample();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path zip = Files.write(folder.path().resolve("sample.zip"), packed.zip());
      return run(session, packed, zip);
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
  }

  private Result run(Session session, Packed packed, Path zip) {
    PlainReaders plain = new PlainReaders();
    Map<FileType, ArchiveRebuilder> rebuilders = new EnumMap<>(FileType.class);
    for (ArchiveRebuilder each : DaggerInflateComponent.create().archives()) {
      each.types().forEach(type -> rebuilders.put(type, each));
    }
    List<Row> rows = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    duel(session, rebuilders, FileType.ZIP, packed.zip(), packed.size(), () -> plain.zip(zip))
        .report("zip", rows, targets);
    duel(
            session,
            rebuilders,
            FileType.GZIP,
            packed.gzip(),
            packed.size(),
            () -> plain.gzip(packed.gzip()))
        .report("gzip", rows, targets);
    return new Result(name(), session.machine(), List.of("MB/s"), rows, targets, List.of());
  }

  private static Duel duel(
      Session session,
      Map<FileType, ArchiveRebuilder> rebuilders,
      FileType type,
      byte[] archive,
      long size,
      Contender theirs) {
    session.now(type.extension());
    ArchiveRebuilder rebuilder = rebuilders.get(type);
    if (rebuilder == null) {
      throw new BenchmarkFailedException("nobody rebuilds " + type);
    }
    Duel duel = new Duel(size, () -> bounded(rebuilder, type, archive, size), theirs);
    duel.run(session);
    return duel;
  }

  private static long bounded(ArchiveRebuilder rebuilder, FileType type, byte[] archive, long limit)
      throws IOException {
    CountingMembers members = new CountingMembers(limit);
    Rebuilt rebuilt =
        rebuilder.rebuild(
            new ArrayContent(archive),
            type,
            SanitizationPolicy.defaults(),
            Deadline.after(Duration.ofMinutes(10), Clock.systemUTC()),
            members,
            OutputStream.nullOutputStream());
    if (!(rebuilt instanceof Rebuilt.Done)) {
      throw new BenchmarkFailedException("the sample was refused");
    }
    return members.written();
  }

  /** Brings everything out of an archive, and says how much that was. */
  @FunctionalInterface
  private interface Contender {
    long unpack() throws IOException;
  }

  /** Two that take turns, so that whatever else the machine does is shared fairly. */
  private static final class Duel {
    private final long size;
    private final Contender ours;
    private final Contender theirs;
    private final List<Double> oursSeconds = new ArrayList<>();
    private final List<Double> theirSeconds = new ArrayList<>();

    Duel(long size, Contender ours, Contender theirs) {
      this.size = size;
      this.ours = ours;
      this.theirs = theirs;
    }

    void run(Session session) {
      for (int i = 0; i < WARM_UP; i++) {
        time(ours);
        time(theirs);
      }
      long end = System.nanoTime() + (long) (session.seconds() * 2e9);
      while (System.nanoTime() < end || oursSeconds.size() < LEAST_ROUNDS) {
        oursSeconds.add(time(ours));
        theirSeconds.add(time(theirs));
      }
    }

    private double time(Contender contender) {
      long begin = System.nanoTime();
      try {
        if (contender.unpack() != size) {
          throw new BenchmarkFailedException("not everything came out");
        }
      } catch (IOException e) {
        throw new BenchmarkFailedException("the sample could not be read", e);
      }
      return (System.nanoTime() - begin) / 1e9;
    }

    void report(String group, List<Row> rows, List<Target> targets) {
      double our = size / MEGABYTE / Figures.median(oursSeconds);
      double their = size / MEGABYTE / Figures.median(theirSeconds);
      rows.add(new Row(group, "Sallyport, bounded", Role.OURS, List.of(our)));
      rows.add(new Row(group, "java.util.zip, unbounded", Role.PEER, List.of(their)));
      targets.add(Target.atLeast(group + ", MB/s over those of the JDK", our / their, WANTED));
    }
  }
}
