package dev.sallyport.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.coldstart.ScriptFunction.Description;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFunctionTest {
  @Test
  void aScriptNamesItselfItsInterpreterAndWhatItsPackageBrings() {
    Description described =
        ScriptFunction.parse("peer Some SDK 1.2\nprogram /bin/some\nfiles /lib/a\nfiles /lib/b\n");

    assertThat(described)
        .isEqualTo(
            new Description.Present(
                "Some SDK 1.2", "/bin/some", List.of(Path.of("/lib/a"), Path.of("/lib/b"))));
  }

  @Test
  void aScriptSaysWhyItCannotRun() {
    assertThat(ScriptFunction.parse("absent no library\n"))
        .isEqualTo(new Description.Absent("no library"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "peer X", "peer X\n", "program /bin/x\n", "peer X\nprogram /x\nlibrary y\n"})
  void whatCannotBeReadIsAnAbsence(String output) {
    assertThat(ScriptFunction.parse(output)).isInstanceOf(Description.Absent.class);
  }

  @Test
  void aProgramThatIsNotThereIsAnAbsence() {
    assertThat(ScriptFunction.describe("no-such-interpreter", Path.of("."), "x"))
        .isInstanceOf(Description.Absent.class);
  }
}
