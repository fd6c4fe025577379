package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format writes it. {@code mvn test -pl architecture-tests -am
 * -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false -Dformat.write=true} (or {@code
 * ./sallyport format}) writes them so.
 */
class FormatTest {
  @Test
  void everyFileIsFormatted() throws Exception {
    boolean write = Boolean.getBoolean("format.write");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    List<String> sources = sources(Path.of("..").toRealPath());
    assertThat(sources).hasSizeGreaterThan(50);
    arguments.addAll(sources);
    StringWriter changed = new StringWriter();
    StringWriter errors = new StringWriter();
    int status =
        new Main(new PrintWriter(changed), new PrintWriter(errors), InputStream.nullInputStream())
            .format(arguments.toArray(String[]::new));
    assertThat(changed.toString() + errors).as("files to format with ./sallyport format").isEmpty();
    assertThat(status).isZero();
  }

  private static List<String> sources(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module :
          modules
              .filter(m -> Files.exists(m.resolve("pom.xml")) && Files.exists(m.resolve("src")))
              .toList()) {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
          files
              .map(Path::toString)
              .filter(name -> name.endsWith(".java"))
              .sorted()
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
