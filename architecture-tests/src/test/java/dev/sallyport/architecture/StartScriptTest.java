package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a folder of its own, with a Maven and a Java that only pretend. */
class StartScriptTest {
  @TempDir Path home;

  @BeforeEach
  void pretend() throws IOException {
    Files.copy(Path.of("..", "sallyport"), home.resolve("sallyport"));
    Files.createDirectories(home.resolve("entrypoint-http/src/main"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("entrypoint-http/pom.xml"), "");
    program("mvn", "echo built >>'" + home + "/maven'; mkdir -p entrypoint-http/target/lib");
    program(
        "java",
        """
        for word; do case $word in -XX:AOTCacheOutput=*) echo rehearsed >"${word#*=}" ;; esac; done
        echo "started $*"\
        """);
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  @Test
  void theFirstStartBuildsAndRehearsesAndTheNextNeedsNeither() throws Exception {
    assertThat(start()).contains("building", "preparing", "started", "serve --port 0");
    assertThat(start()).doesNotContain("building", "preparing").contains("-XX:AOTCache=");
    assertThat(lock()).doesNotExist();
  }

  @Test
  void theLockOfAKilledStartIsTakenAway() throws Exception {
    Process dead = new ProcessBuilder("sh", "-c", "exit 0").start();
    dead.waitFor();
    lockFor(dead.pid());
    assertThat(start()).contains("started").doesNotContain("waiting");
    assertThat(lock()).doesNotExist();
  }

  @Test
  void aStartWaitsForOneThatBuilds() throws Exception {
    Process builder = new ProcessBuilder("sh", "-c", "exec sleep 60").start();
    lockFor(builder.pid());
    Process waiting = begin();
    assertThat(waiting.inputReader().readLine()).contains("waiting for another start");
    assertThat(home.resolve("maven")).doesNotExist();
    builder.destroyForcibly().waitFor();
    assertThat(end(waiting)).contains("started");
  }

  @Test
  void aRehearsalThatWasKilledLeavesNoHalfCache() throws Exception {
    String working = Files.readString(home.resolve("jdk/bin/java"));
    program(
        "java",
        """
        for word; do case $word in -XX:AOTCacheOutput=*) echo half >"${word#*=}"; kill -9 $PPID ;; esac; done
        """);
    end(begin());
    assertThat(home.resolve(".sallyport/serve.aot")).doesNotExist();
    Files.writeString(home.resolve("jdk/bin/java"), working);
    assertThat(start()).contains("preparing", "started").doesNotContain("building");
    assertThat(home.resolve(".sallyport/serve.aot")).hasContent("rehearsed");
  }

  private Path lock() {
    return home.resolve(".sallyport/lock.pid");
  }

  private void lockFor(long pid) throws IOException {
    Files.createDirectories(home.resolve(".sallyport"));
    Files.createSymbolicLink(lock(), Path.of(Long.toString(pid)));
  }

  private void program(String name, String text) throws IOException {
    Path bin = Files.createDirectories(home.resolve("jdk/bin"));
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process begin() throws IOException {
    ProcessBuilder script =
        new ProcessBuilder("sh", home.resolve("sallyport").toString(), "serve", "--port", "0");
    script.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    script
        .environment()
        .merge("PATH", home.resolve("jdk/bin").toString(), (path, bin) -> bin + ":" + path);
    return script.redirectErrorStream(true).start();
  }

  private static String end(Process script) throws Exception {
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private String start() throws Exception {
    Process script = begin();
    String said = end(script);
    assertThat(script.exitValue()).as(said).isZero();
    return said;
  }
}
