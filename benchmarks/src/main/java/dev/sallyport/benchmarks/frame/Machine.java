package dev.sallyport.benchmarks.frame;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The machine of a run, described by what matters for the figures and by nothing that names it.
 *
 * @param cores processors that the process may use
 * @param architecture such as {@code amd64}
 * @param system the operating system's name
 * @param java version of the JDK
 * @param day of the run, in UTC
 */
public record Machine(int cores, String architecture, String system, String java, LocalDate day) {
  /** The machine that this process runs on. */
  public static Machine here(Clock clock) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch", "unknown"),
        System.getProperty("os.name", "unknown"),
        Runtime.version().toString(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Describes it in one line. */
  public String describe() {
    return cores + " cores, " + system + " " + architecture + ", JDK " + java + ", " + day;
  }
}
