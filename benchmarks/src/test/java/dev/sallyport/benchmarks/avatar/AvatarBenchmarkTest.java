package dev.sallyport.benchmarks.avatar;

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

class AvatarBenchmarkTest {
  @Test
  void shortRunHasFiguresForBothWaysInJavaAndSaysWhoIsMissing() {
    Session session =
        new Session(
            0.05,
            Project.ofThisBuild(),
            Machine.here(Clock.systemUTC()),
            new PrintWriter(Writer.nullWriter()));
    Result result = new AvatarBenchmark(_ -> false).run(session);
    assertThat(result.rows()).extracting(row -> row.role()).containsExactly(Role.OURS, Role.PEER);
    assertThat(result.rows())
        .allSatisfy(row -> assertThat(row.values()).hasSize(3).allMatch(figure -> figure > 0));
    assertThat(result.targets()).hasSize(1);
    assertThat(result.unmeasured()).extracting(peer -> peer.peer()).containsExactly("sharp");
  }
}
