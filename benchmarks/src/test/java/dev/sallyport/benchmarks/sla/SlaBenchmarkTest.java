package dev.sallyport.benchmarks.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Session;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SlaBenchmarkTest {
  @Test
  void runsAreTakenInAndAskedFor() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(0.001, Project.ofThisBuild(), Machine.here(Clock.systemUTC()), nowhere);
    Result result = new SlaBenchmark(Clock.systemUTC(), 100, 1_000).run(session);
    assertThat(result.rows()).hasSize(8).allSatisfy(row -> assertThat(row.main()).isPositive());
    assertThat(result.targets()).hasSize(3);
  }
}
