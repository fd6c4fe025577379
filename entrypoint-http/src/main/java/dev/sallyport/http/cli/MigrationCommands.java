package dev.sallyport.http.cli;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.http.aws.AwsConfiguration;
import dev.sallyport.http.aws.AwsMigrations;
import dev.sallyport.http.aws.AwsServices;
import dev.sallyport.http.cli.MigrationTarget.RefusedException;
import dev.sallyport.http.cli.ServeSettings.Backing;
import dev.sallyport.operations.migration.MigrationResources;
import dev.sallyport.operations.migration.MigrationText;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The command {@code migration} and what stands below it. */
final class MigrationCommands {
  private static final int MOST_UNDONE = 1000;

  private final Environment environment;
  private final Console console;
  private final Clock clock;

  MigrationCommands(Environment environment, Console console, Clock clock) {
    this.environment = environment;
    this.console = console;
    this.clock = clock;
  }

  /** Runs one of them; returns the exit status. */
  int run(ParseResult command) {
    String name = command.commandSpec().name();
    if (name.equals("generate")) {
      return new MigrationGenerator(console, clock)
          .generate(
              command.matchedPositionalValue(0, ""),
              command.matchedOptionValue(MigrationSpec.FOLDER, MigrationGenerator.RESOURCES));
    }
    Optional<String> server =
        Optional.ofNullable(command.matchedOptionValue(MigrationSpec.SERVER, null));
    Optional<String> config =
        Optional.ofNullable(command.matchedOptionValue(MigrationSpec.CONFIG, null));
    if (server.isPresent() && config.isPresent()) {
      return mistake("Either --server or --config, not both.");
    }
    if (server.isEmpty() && config.isEmpty()) {
      return name.equals("status")
          ? showEmbedded()
          : mistake("Whose? Add --server URL, or --config FILE for a deployment on services.");
    }
    int count = command.matchedPositionalValue(0, 1);
    if (count < 1 || count > MOST_UNDONE) {
      return mistake("1 to 1000 migrations can be undone.");
    }
    MigrationWishes wishes =
        new MigrationWishes(
            console,
            name,
            name.equals("rollback") ? count : 0,
            command.hasMatchedOption(MigrationSpec.DRY_RUN));
    return server.isPresent() ? onServer(server.get(), wishes) : configured(config.get(), wishes);
  }

  private int onServer(String url, MigrationWishes wishes) {
    Optional<String> token = environment.token();
    Optional<String> password = environment.password();
    if (token.isEmpty() && password.isEmpty()) {
      return mistake(
          "Set SALLYPORT_PASSWORD, and SALLYPORT_USER unless that is admin; or SALLYPORT_TOKEN.");
    }
    try (MigrationServer server = new MigrationServer(WebAddress.origin(url))) {
      if (token.isPresent()) {
        server.show(token.get());
      } else {
        server.signIn(environment.user(), password.get());
      }
      return wishes.fulfil(server);
    } catch (IllegalArgumentException e) {
      return mistake("--server: " + e.getMessage());
    } catch (RefusedException e) {
      console.complain("Refused: " + e.getMessage() + ".");
    } catch (IOException e) {
      console.complain("No answer from " + url + "; what was begun goes on when asked.");
    }
    return ExitCode.SOFTWARE;
  }

  private int configured(String file, MigrationWishes wishes) {
    return switch (environment.read(Map.of(Setting.CONFIG, List.of(file)))) {
      case Environment.Reading.Invalid(List<String> mistakes) -> {
        mistakes.forEach(console::complain);
        yield mistake("Nothing was done.");
      }
      case Environment.Reading.Valid(ServeSettings settings) ->
          switch (settings.backing()) {
            case Backing.OnServices(AwsServices services) -> configured(settings, services, wishes);
            case Backing.Embedded _ -> throw new IllegalStateException("a file means services");
          };
    };
  }

  private int configured(ServeSettings settings, AwsServices services, MigrationWishes wishes) {
    Subject by;
    try {
      by = new Subject(environment.user());
    } catch (IllegalArgumentException e) {
      return mistake("SALLYPORT_USER: 1 to 128 letters, digits, . _ : -");
    }
    AwsConfiguration configuration =
        new AwsConfiguration(settings.deployment(settings.port()), services);
    AwsMigrations migrations = AwsMigrations.create(configuration, clock, new SecureIdGenerator());
    try (MigrationTarget target = new ConfiguredMigrations(migrations, by)) {
      return wishes.fulfil(target);
    } catch (RefusedException e) {
      console.complain("Refused: " + e.getMessage() + ".");
    } catch (IOException e) {
      console.complain("Not reached: " + e.getMessage() + "; what was begun goes on when asked.");
    }
    return ExitCode.SOFTWARE;
  }

  private int showEmbedded() {
    console.say("An embedded server begins with nothing and applies at its start:");
    for (Migration migration : MigrationResources.read()) {
      console.say("pending     " + migration.id());
      migration.up().forEach(step -> console.say("              " + MigrationText.of(step)));
    }
    console.say("How it stands elsewhere: 'migration status --server URL', or with --config FILE.");
    return ExitCode.OK;
  }

  private int mistake(String what) {
    console.complain(what);
    return ExitCode.USAGE;
  }
}
