package dev.sallyport.benchmarks.inflate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Session;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class InflateBenchmarkTest {
  @Test
  void shortRunHasAFigureForEachKindOfArchiveAndItsPeer() {
    Session session =
        new Session(
            0.05,
            Project.ofThisBuild(),
            Machine.here(Clock.systemUTC()),
            new PrintWriter(Writer.nullWriter()));
    Result result = new InflateBenchmark().run(session);
    assertThat(result.rows()).extracting(row -> row.group()).containsOnly("zip", "gzip");
    assertThat(result.rows()).extracting(row -> row.role()).contains(Role.OURS, Role.PEER);
    assertThat(result.rows()).hasSize(4).allSatisfy(row -> assertThat(row.main()).isPositive());
    assertThat(result.targets()).hasSize(2);
  }
}
