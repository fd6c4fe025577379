package dev.sallyport.http.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<ServeSettings> launched = new ArrayList<>();
  private final List<ServeSettings> rehearsed = new ArrayList<>();

  private final Launcher launcher =
      new Launcher() {
        @Override
        public int serve(ServeSettings settings) {
          launched.add(settings);
          return 0;
        }

        @Override
        public int rehearse(ServeSettings settings) {
          rehearsed.add(settings);
          return 0;
        }
      };

  @Test
  void serveStartsWithItsOptions() {
    int status =
        run("serve", "--port", "0", "--cors-origin=http://a.example", "--threads=platform");
    assertThat(status).isZero();
    assertThat(launched).hasSize(1);
    assertThat(launched.getFirst().port()).isZero();
    assertThat(launched.getFirst().corsOrigins()).hasSize(1);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void theStartScriptCanRehearse() {
    assertThat(run("rehearse", "--port", "0")).isZero();
    assertThat(rehearsed).hasSize(1);
    assertThat(launched).isEmpty();
  }

  @Test
  void mistakesAreShownAndNothingStarts() {
    int status = run("serve", "--port", "x", "--upload-life", "8d");
    assertThat(status).isEqualTo(2);
    assertThat(launched).isEmpty();
    assertThat(err.toString(UTF_8))
        .contains("--port: not a number")
        .contains("upload limits: life is out of its range")
        .contains("Nothing was started");
  }

  @Test
  void anUnknownOptionIsRefusedWithADifferentOne() {
    int status = run("serve", "--prot", "80");
    assertThat(status).isEqualTo(2);
    assertThat(launched).isEmpty();
    assertThat(err.toString(UTF_8)).contains("--prot").contains("--port");
  }

  @Test
  void helpIsEverywhereAndNamesEverySetting() {
    for (String[] words :
        new String[][] {{"help", "serve"}, {"serve", "--help"}, {"serve", "-h"}}) {
      out.reset();
      assertThat(run(words)).isZero();
      String help = out.toString(UTF_8);
      for (Setting setting : Setting.values()) {
        assertThat(help).contains(setting.variable());
        assertThat(help.contains(setting.option() + "=")).isNotEqualTo(setting.isSecret());
      }
      assertThat(help).contains("Examples:");
    }
    assertThat(run("--help")).isZero();
    assertThat(run("version", "--help")).isZero();
    assertThat(launched).isEmpty();
  }

  @Test
  void theHelpSaysWhatBelongsToWhichWayOfRunning() {
    assertThat(run("serve", "--help")).isZero();
    assertThat(out.toString(UTF_8))
        .containsSubsequence(
            "Always:",
            "--port",
            "Without --config:",
            "--users",
            "With --config:",
            "--region",
            "Secrets, in the file",
            "page-token-key");
  }

  @Test
  void aSecretIsNoOption() {
    assertThat(run("serve", "--page-token-key", "x")).isEqualTo(2);
    assertThat(launched).isEmpty();
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(run()).isZero();
    assertThat(out.toString(UTF_8))
        .contains("serve")
        .contains("version")
        .doesNotContain("rehearse");
  }

  @Test
  void versionNamesProductAndJava() {
    assertThat(run("version")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Sallyport ").contains("Java 2");
  }

  private int run(String... words) {
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Commands(new Environment(Map.of()), console, launcher).run(words);
  }
}
