package dev.sallyport.http.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.http.aws.TestServices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The migrations of a deployment on services, from the command line and without any server. */
class ConfiguredMigrationsOnDynamoDbLocalIT {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestServices services;
  private Path file;

  @BeforeEach
  void noTables() throws Exception {
    services = TestServices.made().with("create-tables", "off");
    file = services.write(folder);
  }

  @AfterEach
  void close() {
    services.close();
  }

  private final Launcher nothing =
      new Launcher() {
        @Override
        public int serve(ServeSettings settings) {
          throw new AssertionError("nothing is served here");
        }

        @Override
        public int rehearse(ServeSettings settings) {
          throw new AssertionError("nothing is served here");
        }
      };

  private String run(int exitStatus, String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    Environment environment = new Environment(Map.of("SALLYPORT_USER", "ann"));
    assertThat(new Commands(environment, console, nothing).run(arguments))
        .as(out.toString(UTF_8) + err.toString(UTF_8))
        .isEqualTo(exitStatus);
    return out.toString(UTF_8) + err.toString(UTF_8);
  }

  private String migration(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "migration";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--config";
    all[arguments.length + 2] = file.toString();
    return run(0, all);
  }

  @Test
  void migratingMakesEveryTableThatAStartLooksFor() throws Exception {
    assertThat(migration("status")).contains("pending", "never run").doesNotContain("applied ");
    assertThat(migration("migrate", "--dry-run")).contains("would apply", "create table reports");
    assertThat(migration("status")).doesNotContain("applied ");

    assertThat(migration("migrate")).contains("applied", "create_tables");
    assertThat(migration("status")).contains("applied", "by ann").doesNotContain("pending");
    assertThat(migration("migrate")).contains("nothing to do");

    try (ConfiguredServer server = ConfiguredServer.start(file)) {
      assertThat(server.url().toString()).startsWith("http");
    }
  }

  @Test
  void whatWasAppliedIsUndoneFromTheNewestToTheFirst() {
    migration("migrate");
    assertThat(migration("rollback", "--dry-run")).contains("would undo", "remove bio");
    assertThat(migration("rollback")).contains("undone", "add_bio").doesNotContain("create");
    assertThat(migration("status")).contains("pending", "undone").contains("by ann");
    assertThat(migration("repair")).contains("nothing to do");
    assertThat(migration("rollback", "9")).contains("create_profiles", "create_tables");

    try (DynamoDbClient tables = services.tables()) {
      assertThat(tables.listTablesPaginator().tableNames())
          .filteredOn(name -> name.startsWith(services.table("")))
          .containsExactly(services.table("migrations"));
    }
    assertThat(migration("migrate")).contains("applied", "add_bio");
  }

  @Test
  void servicesThatAreAwayAndFilesThatAreWrongAreSaid() {
    services.with("dynamodb-endpoint", "http://127.0.0.1:9").write(folder);
    assertThat(run(1, "migration", "status", "--config", file.toString())).contains("Not reached");
    services.with("region", "").write(folder);
    assertThat(run(2, "migration", "migrate", "--config", file.toString()))
        .contains("region", "Nothing was done");
    assertThat(run(2, "migration", "migrate", "--config", folder + "/none"))
        .contains("Nothing was done");
  }
}
