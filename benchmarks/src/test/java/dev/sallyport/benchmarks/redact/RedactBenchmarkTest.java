package dev.sallyport.benchmarks.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Session;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class RedactBenchmarkTest {
  @Test
  void logIsRedactedAndSearched() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(0.001, Project.ofThisBuild(), Machine.here(Clock.systemUTC()), nowhere);
    Result result = new RedactBenchmark(Clock.systemUTC(), 50_000).run(session);
    assertThat(result.rows()).allSatisfy(row -> assertThat(row.main()).isPositive());
    assertThat(result.rows().size() + 2 * result.unmeasured().size()).isEqualTo(5);
  }

  @Test
  void logsAreTheSameEachTimeAndAsLongAsAsked() {
    byte[] log = Logs.generate(1, 1000);
    assertThat(log).isEqualTo(Logs.generate(1, 1000)).hasSizeBetween(1000, 1300);
  }
}
