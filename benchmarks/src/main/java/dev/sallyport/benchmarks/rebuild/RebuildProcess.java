package dev.sallyport.benchmarks.rebuild;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.benchmarks.content.ArrayContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Sallyport as the peers run: a process that rebuilds one file again and again on one thread and
 * prints what {@link dev.sallyport.benchmarks.frame.ScriptPeer} reads.
 */
final class RebuildProcess {
  private static final double MEBIBYTE = 1 << 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  private final ContentRebuilder rebuilder;
  private final FileType type;
  private final ArrayContent content;
  private final ByteArrayOutputStream clean = new ByteArrayOutputStream();

  private RebuildProcess(FileType type, byte[] bytes) {
    this.type = type;
    content = new ArrayContent(bytes);
    rebuilder =
        DaggerRebuildComponent.create().rebuilders().stream()
            .filter(each -> each.types().contains(type))
            .findFirst()
            .orElseThrow();
  }

  /** Takes TYPE FILE WARM_UP_S ROUND_S ROUNDS. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    byte[] bytes = Files.readAllBytes(Path.of(arguments[1]));
    RebuildProcess process = new RebuildProcess(FileType.valueOf(arguments[0]), bytes);
    out.println("peer Sallyport");
    process.perSecond(Double.parseDouble(arguments[2]));
    for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
      print(out, "round", process.perSecond(Double.parseDouble(arguments[3])));
    }
    print(out, "figure size", process.clean.size());
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
      rebuild();
      count++;
      elapsed = (System.nanoTime() - begin) / 1e9;
    }
    return count / elapsed;
  }

  private void rebuild() throws IOException {
    clean.reset();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), Clock.systemUTC());
    Rebuilt made = rebuilder.rebuild(content, type, SanitizationPolicy.defaults(), deadline, clean);
    if (!(made instanceof Rebuilt.Done)) {
      throw new IOException("the picture was refused");
    }
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
