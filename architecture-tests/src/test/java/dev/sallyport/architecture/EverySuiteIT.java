package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.architecture.Backend.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The last word of {@code mvn verify}: which suite ran on which backend in this build, and what did
 * not run. Older reports do not count. {@code -Dbackends.required=CEPH_RGW,COGNITO_LOCAL} makes a
 * build fail that left one of those out.
 */
class EverySuiteIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everySuiteThatRanPassedAndEveryRequiredBackendRan() throws IOException {
    Instant since = Instant.parse(System.getProperty("build.began", Instant.EPOCH.toString()));
    SuiteTable table = new SuiteTable(suites(), reports(since));
    System.out.println("\n" + table.text() + "\n");

    assertThat(table.failed()).isEmpty();
    assertThat(table.notRun()).filteredOn(required()::contains).isEmpty();
  }

  private static Set<Backend> required() {
    return Arrays.stream(System.getProperty("backends.required", "").split(",", -1))
        .filter(name -> !name.isBlank())
        .map(name -> Backend.valueOf(name.strip()))
        .collect(Collectors.toSet());
  }

  /** What is tried in memory without a contract is no suite that another backend could run. */
  private static List<Suite> suites() throws IOException {
    List<Suite> suites = new ArrayList<>();
    for (Path module : modules()) {
      Path tests = module.resolve("src/test/java");
      if (Files.isDirectory(tests)) {
        try (Stream<Path> files = Files.walk(tests)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file ->
                  Suite.ofClass(file.getFileName().toString().replace(".java", ""))
                      .filter(suite -> suite.backend() != Backend.IN_MEMORY || isContract(file))
                      .ifPresent(suites::add));
        }
      }
    }
    assertThat(suites).isNotEmpty();
    return suites;
  }

  private static boolean isContract(Path file) {
    try {
      return Files.readString(file).contains("Contract");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SuiteReport> reports(Instant since) throws IOException {
    List<SuiteReport> reports = new ArrayList<>();
    for (Path module : modules()) {
      for (String folder : List.of("target/surefire-reports", "target/failsafe-reports")) {
        if (Files.isDirectory(module.resolve(folder))) {
          try (Stream<Path> files = Files.list(module.resolve(folder))) {
            for (Path file : files.filter(f -> f.toString().matches(".*/TEST-.*\\.xml")).toList()) {
              if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                reports.add(SuiteReport.read(file));
              }
            }
          }
        }
      }
    }
    return reports;
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }
}
