package dev.sallyport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path root;

  private final StringWriter out = new StringWriter();
  private Project project;

  /** Takes as many seconds as it was told, in no time. */
  private record Told(String name, double bound) implements Benchmark {
    @Override
    public String summary() {
      return "Measures " + name + ".";
    }

    @Override
    public double usualSeconds() {
      return 7;
    }

    @Override
    public Result run(Session session) {
      if (bound == 0) {
        throw new BenchmarkFailedException("nothing to measure");
      }
      session.now("measuring");
      return new Result(
          name,
          session.machine(),
          List.of("s"),
          List.of(new Row("all", "Sallyport", Role.OURS, List.of(session.seconds()))),
          List.of(Target.atMost("seconds", session.seconds(), bound)),
          List.of());
    }
  }

  @BeforeEach
  void makeProject() throws IOException {
    project = new Project(root);
    Files.createDirectories(project.page().getParent());
    Files.writeString(project.page(), "# Page\n<!-- bench one -->\nold\n<!-- end one -->\nend\n");
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(out, true);
    CommandLine bench =
        Bench.commandLine(
            List.of(new Told("one", 7), new Told("two", 0), new Told("three", 1)),
            () -> project,
            CLOCK,
            writer);
    return bench.setErr(writer).execute(arguments);
  }

  @Test
  void usualSecondsHoldWhenNobodySaysOtherwise() throws IOException {
    assertThat(run("one")).isZero();
    assertThat(out.toString()).contains("bench one: Measures one.", ".. measuring", "**met**");
    assertThat(Files.readString(project.resultOf("one")))
        .startsWith("{\"benchmark\":\"one\"")
        .contains("\"values\":[7.0]", "\"day\":\"2026-11-21\"")
        .endsWith("}\n");
    assertThat(Files.readString(project.page())).contains("old");
  }

  @Test
  void missedTargetIsStatus1() {
    assertThat(run("one", "--seconds", "7.5")).isEqualTo(1);
    assertThat(out.toString()).contains("**missed**");
  }

  @Test
  void writeRenewsThePage() throws IOException {
    assertThat(run("one", "--write", "--seconds=2")).isZero();
    assertThat(Files.readString(project.page()))
        .doesNotContain("old")
        .contains("2.00")
        .endsWith("end\n");
  }

  @Test
  void allGoesOnAfterAFailure() {
    assertThat(run("all", "--seconds", "0.5")).isEqualTo(1);
    assertThat(out.toString())
        .contains("bench two failed: nothing to measure", "bench three: Measures three.");
    assertThat(project.resultOf("three")).exists();
    assertThat(project.resultOf("two")).doesNotExist();
  }

  @Test
  void unknownNameIsAMistakeThatShowsTheNames() {
    assertThat(run("four")).isEqualTo(2);
    assertThat(out.toString()).contains("'four'", "one", "two", "three", "all", "list");
  }

  @Test
  void secondsOutOfRangeAreAMistake() {
    assertThat(run("one", "--seconds", "0")).isEqualTo(2);
    assertThat(out.toString()).contains("--seconds must be more than 0");
  }

  @Test
  void listNamesEach() {
    assertThat(run("list")).isZero();
    assertThat(out.toString().lines()).hasSize(3);
  }

  @Test
  void helpIsEverywhere() {
    for (String command : List.of("one", "all", "list")) {
      assertThat(run(command, "--help")).isZero();
    }
    assertThat(run("--help")).isZero();
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).contains("--seconds", "--write", "Measures one.", "Commands:");
  }
}
