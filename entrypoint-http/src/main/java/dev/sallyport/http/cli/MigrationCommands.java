package dev.sallyport.http.cli;

import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.http.cli.MigrationServer.RefusedException;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.migration.MigrationFile;
import dev.sallyport.operations.migration.MigrationResources;
import dev.sallyport.operations.migration.MigrationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code migration} and what stands below it. */
final class MigrationCommands {
  private static final String SERVER = "--server";
  private static final String DRY_RUN = "--dry-run";
  private static final String FOLDER = "--folder";

  private static final Path RESOURCES =
      Path.of("operations/src/main/resources/dev/sallyport/operations/migration");

  private final Environment environment;
  private final Console console;
  private final Clock clock;

  MigrationCommands(Environment environment, Console console, Clock clock) {
    this.environment = environment;
    this.console = console;
    this.clock = clock;
  }

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.command("migration", "Changes the shape of stored data, step by step and back.");
    CommandSpec generate = Commands.command("generate", "Writes the file of a new migration.");
    generate.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("1")
            .type(String.class)
            .description("Lower-case letters, digits and underscores, such as add_bio.")
            .build());
    generate.addOption(
        OptionSpec.builder(FOLDER)
            .paramLabel("DIR")
            .type(Path.class)
            .description("Where migrations are; that of the sources here if left out.")
            .build());
    spec.addSubcommand("generate", generate);
    spec.addSubcommand(
        "migrate", onServer("migrate", "Applies all that waits; goes on with what stopped.", true));
    CommandSpec rollback = onServer("rollback", "Undoes what was applied last.", true);
    rollback.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("N")
            .arity("0..1")
            .type(Integer.class)
            .description("How many migrations; 1 if left out.")
            .build());
    spec.addSubcommand("rollback", rollback);
    spec.addSubcommand(
        "status",
        onServer(
            "status",
            "Shows how it stands with every migration; without a server, what an embedded start"
                + " applies.",
            false));
    spec.addSubcommand(
        "repair",
        onServer(
            "repair",
            "Gives up what failed and takes changed files as they are, after things were set right"
                + " by hand.",
            false));
    return spec;
  }

  private static CommandSpec onServer(String name, String description, boolean canBeDry) {
    CommandSpec spec = Commands.command(name, description);
    spec.addOption(
        OptionSpec.builder(SERVER)
            .paramLabel("URL")
            .type(String.class)
            .description(
                "A running server, asked as the admin of SALLYPORT_USER (admin if not set) and"
                    + " SALLYPORT_PASSWORD.")
            .build());
    if (canBeDry) {
      spec.addOption(
          OptionSpec.builder(DRY_RUN).description("Only shows what would be done.").build());
    }
    return spec;
  }

  /** Runs one of them; returns the exit status. */
  int run(ParseResult command) {
    String name = command.commandSpec().name();
    if (name.equals("generate")) {
      Path folder = command.matchedOptionValue(FOLDER, RESOURCES);
      return generate(command.matchedPositionalValue(0, ""), folder);
    }
    Optional<String> server = Optional.ofNullable(command.matchedOptionValue(SERVER, null));
    if (server.isEmpty()) {
      return name.equals("status") ? showEmbedded() : mistake("Which server? Add --server URL.");
    }
    Optional<String> password = environment.password();
    if (password.isEmpty()) {
      return mistake("Set SALLYPORT_PASSWORD, and SALLYPORT_USER unless that is admin.");
    }
    try (MigrationServer asked = new MigrationServer(WebAddress.origin(server.get()))) {
      asked.signIn(environment.user(), password.get());
      return ask(name, command, asked);
    } catch (IllegalArgumentException e) {
      return mistake("--server: " + e.getMessage());
    } catch (RefusedException e) {
      console.complain("Refused: " + e.getMessage() + ".");
    } catch (IOException e) {
      console.complain("No answer from " + server.get() + "; what was begun goes on when asked.");
    }
    return ExitCode.SOFTWARE;
  }

  private int ask(String name, ParseResult command, MigrationServer server)
      throws IOException, RefusedException {
    int count = command.matchedPositionalValue(0, 1);
    if (count < 1 || count > 1000) {
      return mistake("1 to 1000 migrations can be undone.");
    }
    String query = name.equals("rollback") ? "?rollback=" + count : "";
    if (name.equals("status") || command.hasMatchedOption(DRY_RUN)) {
      JsonObject status = server.status(query, MigrationReport.STATUS);
      (name.equals("status") ? MigrationReport.status(status) : MigrationReport.plan(status))
          .forEach(console::say);
      return ExitCode.OK;
    }
    return switch (name) {
      case "migrate" -> wish(server, "MIGRATE", 0);
      case "rollback" -> wish(server, "ROLLBACK", count);
      default -> wish(server, "REPAIR", 0);
    };
  }

  /** Asks until it is done: the server works for some seconds at a time. */
  private int wish(MigrationServer server, String action, int count)
      throws IOException, RefusedException {
    int left = count;
    while (true) {
      int now = left;
      JsonObject result =
          server.wish(
              out -> {
                out.writeStartObject();
                out.writeStringField("action", action);
                if (now > 0) {
                  out.writeNumberField("count", now);
                }
                out.writeEndObject();
              },
              MigrationReport.RESULT);
      List<String> lines = MigrationReport.runs(result);
      lines.forEach(console::say);
      if (!result.text("result").equals("UNFINISHED")) {
        if (lines.isEmpty()) {
          console.say("There was nothing to do.");
        }
        return result.text("result").equals("FINISHED") ? ExitCode.OK : ExitCode.SOFTWARE;
      }
      left -= count > 0 ? finished(result) : 0;
      if (count > 0 && left < 1) {
        return ExitCode.OK;
      }
    }
  }

  private static int finished(JsonObject result) {
    return (int)
        result.list("runs", JsonObject.class).stream()
            .filter(run -> run.text("outcome").equals("SUCCEEDED"))
            .count();
  }

  private int showEmbedded() {
    console.say("An embedded server begins with nothing and applies at its start:");
    for (Migration migration : MigrationResources.read()) {
      console.say("pending     " + migration.id());
      migration.up().forEach(step -> console.say("              " + MigrationText.of(step)));
    }
    console.say("How it stands with a running server: 'migration status --server URL'.");
    return ExitCode.OK;
  }

  private int generate(String name, Path folder) {
    MigrationId id;
    try {
      id = MigrationId.of(clock.instant(), name);
    } catch (IllegalArgumentException e) {
      return mistake("A name has lower-case letters, digits and underscores, such as add_bio.");
    }
    Path list = folder.resolve(MigrationResources.LIST);
    if (!Files.isRegularFile(list)) {
      return mistake("There are no migrations in " + folder + "; name their folder by --folder.");
    }
    String file = id + MigrationFile.ENDING;
    try {
      Files.writeString(
          folder.resolve(file), MigrationFile.template(), StandardOpenOption.CREATE_NEW);
      Files.writeString(list, file + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      console.complain("Not written: " + e.getMessage() + ".");
      return ExitCode.SOFTWARE;
    }
    console.say("Wrote " + folder.resolve(file) + "; its steps are an example.");
    return ExitCode.OK;
  }

  private int mistake(String what) {
    console.complain(what);
    return ExitCode.USAGE;
  }
}
