package dev.sallyport.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import dev.sallyport.benchmarks.sanitize.Sample;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3SanitizeBenchmarkTest {
  private static final Sample LOG = log("player@example.org joined\n");
  private static final Sample LONGER = log("player@example.org left harbour\n");
  private static final Sample HARMLESS = log("level loaded\n");

  @TempDir private Path root;

  private static Sample log(String line) {
    return new Sample("log", "text/plain", line.repeat(50).getBytes(StandardCharsets.US_ASCII));
  }

  private Result run(Sample... samples) {
    Session session =
        new Session(
            0.001,
            new Project(root),
            Machine.here(Clock.systemUTC()),
            new PrintWriter(Writer.nullWriter()));
    return new S3SanitizeBenchmark().run(session, List.of(samples));
  }

  @Test
  void eachModeBringsAllFilesToTheirEndsAtOnce() {
    Result result = run(LOG, LONGER, LOG);

    assertThat(result.rows())
        .hasSize(2 * Mode.values().length)
        .allSatisfy(row ->
            assertThat(row.values().subList(0, 4)).allSatisfy(v -> assertThat(v).isPositive()));
    assertThat(result.rows()).extracting(Row::label).contains(Mode.COPY.label());
    assertThat(result.targets())
        .filteredOn(target -> target.direction() == Target.Direction.AT_MOST)
        .singleElement()
        .matches(Target::isMet);
  }

  @Test
  void anotherVerdictThanTheExpectedOneFails() {
    assertThatThrownBy(() -> run(LOG, HARMLESS))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining("a log ended as")
        .hasMessageContaining("Clean");
  }
}
