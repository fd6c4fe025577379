package dev.sallyport.operations.migration;

import dev.sallyport.domain.migration.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The migrations of this release: files beside this class, named in a list, because an archive on
 * the class path cannot be asked what it holds.
 */
public final class MigrationResources {
  /** The file with the names of the others, a line each. */
  public static final String LIST = "migrations.txt";

  private MigrationResources() {}

  /**
   * Reads all of them.
   *
   * @throws IllegalStateException when one is missing or has a mistake: such a release is broken
   */
  public static List<Migration> read() {
    List<Migration> migrations = new ArrayList<>();
    for (String name : new String(bytes(LIST), StandardCharsets.UTF_8).lines().toList()) {
      if (!name.isBlank()) {
        migrations.add(
            switch (MigrationFile.read(name, bytes(name))) {
              case MigrationFile.Read.Valid(Migration migration) -> migration;
              case MigrationFile.Read.Invalid(List<String> mistakes) ->
                  throw new IllegalStateException(String.join("; ", mistakes));
            });
      }
    }
    return List.copyOf(migrations);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = MigrationResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the migration " + name + " is not in this release");
      }
      return in.readNBytes(MigrationFile.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this release cannot be read", e);
    }
  }
}
