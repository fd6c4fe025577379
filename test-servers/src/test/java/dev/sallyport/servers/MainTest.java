package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "--config", "--config f --other", "--rgw --config f x"})
  void whateverElseIsAskedForIsAnsweredWithTheUsage(String line) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int status =
        Main.run(List.of(line.split(" ", -1)), new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: sallyport servers ");
  }

  @Test
  void aFileThatIsThereIsNotOverwritten(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("aws.properties"), "mine");

    assertThatThrownBy(
            () -> Main.run(List.of("--config", file.toString()), new PrintStream(System.out)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }
}
