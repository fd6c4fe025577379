package dev.sallyport.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.ScriptPeer.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPeerTest {
  @Test
  void medianOfTheRoundsIsRead() {
    assertThat(ScriptPeer.parse("peer boto3 1.2 (Python 3)\nround 10\nround 30.5\nround 20\n"))
        .isEqualTo(new Reading.Measured("boto3 1.2 (Python 3)", 20, Map.of()));
  }

  @Test
  void furtherFiguresAreReadByName() {
    assertThat(ScriptPeer.parse("peer x 1\nround 10\nfigure memory 80.5\nfigure size 3\n"))
        .isEqualTo(new Reading.Measured("x 1", 10, Map.of("memory", 80.5, "size", 3.0)));
  }

  @Test
  void absenceKeepsItsReason() {
    assertThat(ScriptPeer.parse("absent boto3 is not installed\n"))
        .isEqualTo(new Reading.Absent("boto3 is not installed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "peer x 1\n",
        "round 5\n",
        "peer x 1\nround fast\n",
        "peer x 1\nround 0\n",
        "peer x 1\nround NaN\n",
        "Traceback (most recent call last)\n",
        "peer x 1\nround\n",
        "peer x 1\nround 1\nfigure memory\n",
        "peer x 1\nround 1\nfigure memory much\n"
      })
  void anythingElseIsNoFigure(String output) {
    assertThat(ScriptPeer.parse(output)).isEqualTo(new Reading.Absent("its answer cannot be read"));
  }

  @Test
  void commandThatIsNotInstalledIsAbsent(@TempDir Path folder) {
    assertThat(ScriptPeer.run(List.of("no-such-command-here"), folder, Duration.ofSeconds(5)))
        .isEqualTo(new Reading.Absent("no-such-command-here cannot be started"));
  }
}
