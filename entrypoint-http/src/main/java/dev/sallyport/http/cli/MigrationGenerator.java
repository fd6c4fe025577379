package dev.sallyport.http.cli;

import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.operations.migration.MigrationFile;
import dev.sallyport.operations.migration.MigrationResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import picocli.CommandLine.ExitCode;

/** Writes the file of a new migration beside the others, and its name into their list. */
final class MigrationGenerator {
  /** Where those of this project are. */
  static final Path RESOURCES =
      Path.of("operations/src/main/resources/dev/sallyport/operations/migration");

  private final Console console;
  private final Clock clock;

  MigrationGenerator(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  int generate(String name, Path folder) {
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
