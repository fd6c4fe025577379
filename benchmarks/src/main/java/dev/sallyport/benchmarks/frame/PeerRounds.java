package dev.sallyport.benchmarks.frame;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The product as the peers run: a process that does the same again and again on one thread and
 * prints what {@link ScriptPeer} reads.
 */
public final class PeerRounds {
  private static final double MEBIBYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Work work;
  private long size;

  private PeerRounds(Work work) {
    this.work = work;
  }

  /** What is measured. */
  @FunctionalInterface
  public interface Work {
    /** Does it once and returns how many bytes came of it. */
    long once() throws IOException;
  }

  /**
   * Measures and prints.
   *
   * @param label who does it
   * @param times how long to warm up and how long a round is, in seconds, and how many rounds
   */
  public static void print(String label, Work work, String... times) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PeerRounds rounds = new PeerRounds(work);
    out.println("peer " + label);
    rounds.perSecond(Double.parseDouble(times[0]));
    for (int i = 0; i < Integer.parseInt(times[2]); i++) {
      print(out, "round", rounds.perSecond(Double.parseDouble(times[1])));
    }
    print(out, "figure size", (double) rounds.size);
    print(out, "figure memory", peakMebibytes());
  }

  private static void print(PrintStream out, String what, double number) {
    out.println(what + " " + String.format(Locale.ROOT, "%.3f", number));
  }

  private double perSecond(double seconds) throws IOException {
    int count = 0;
    long begin = System.nanoTime();
    double elapsed = 0;
    while (elapsed < seconds || count == 0) {
      size = work.once();
      count++;
      elapsed = (System.nanoTime() - begin) / 1e9;
    }
    return count / elapsed;
  }

  /** Returns what the kernel counted, or NaN where there is no such file. */
  private static double peakMebibytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return Double.NaN;
    }
    return Files.readString(STATUS, StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / MEBIBYTE)
        .findFirst()
        .orElse(Double.NaN);
  }
}
