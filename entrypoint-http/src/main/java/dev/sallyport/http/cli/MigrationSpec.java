package dev.sallyport.http.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the command {@code migration} takes, and its help. */
final class MigrationSpec {
  static final String SERVER = "--server";
  static final String CONFIG = "--config";
  static final String DRY_RUN = "--dry-run";
  static final String FOLDER = "--folder";

  private MigrationSpec() {}

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
        "migrate", anywhere("migrate", "Applies all that waits; goes on with what stopped.", true));
    CommandSpec rollback = anywhere("rollback", "Undoes what was applied last.", true);
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
        anywhere(
            "status",
            "Shows how it stands with every migration; with neither, what an embedded start"
                + " applies.",
            false));
    spec.addSubcommand(
        "repair",
        anywhere(
            "repair",
            "Gives up what failed and takes changed files as they are, after things were set right"
                + " by hand.",
            false));
    return spec;
  }

  private static CommandSpec anywhere(String name, String description, boolean canBeDry) {
    CommandSpec spec = Commands.command(name, description);
    spec.addOption(
        OptionSpec.builder(SERVER)
            .paramLabel("URL")
            .type(String.class)
            .description(
                "A running server, asked with the access token in SALLYPORT_TOKEN, or else as the"
                    + " admin of SALLYPORT_USER (admin if not set) and SALLYPORT_PASSWORD.")
            .build());
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description(
                "The file of 'serve --config': this process changes the tables of that deployment"
                    + " itself. The ledger says it was SALLYPORT_USER (admin if not set).")
            .build());
    if (canBeDry) {
      spec.addOption(
          OptionSpec.builder(DRY_RUN).description("Only shows what would be done.").build());
    }
    return spec;
  }
}
