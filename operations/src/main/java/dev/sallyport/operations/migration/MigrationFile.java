package dev.sallyport.operations.migration;

import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Violation;
import java.util.List;

/**
 * Reads migrations from files: one JSON object with {@code up} and {@code down}, each an array of
 * steps whose member {@code do} names their kind. Anything unknown, missing or too long is a
 * mistake that is named.
 */
public final class MigrationFile {
  /** Most bytes of a file. */
  public static final int MAX_BYTES = 256 * 1024;

  /** What the names of files end with. */
  public static final String ENDING = ".json";

  private static final ObjectShape FILE =
      ObjectShape.of(
          Member.required("up", ArrayShape.of(StepFile.SHAPE, 1, Migration.MAX_STEPS)),
          Member.required("down", ArrayShape.of(StepFile.SHAPE, 1, Migration.MAX_STEPS)));

  private MigrationFile() {}

  /** What became of a file. */
  public sealed interface Read {
    /**
     * It is a migration.
     *
     * @param migration the migration
     */
    record Valid(Migration migration) implements Read {}

    /**
     * It is none.
     *
     * @param mistakes at least one, for people
     */
    record Invalid(List<String> mistakes) implements Read {
      /** Copies the list. */
      public Invalid {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param name the file's name, {@code <UTC yyyyMMddHHmmss>_<name>.json}
   * @param bytes what is in it
   */
  public static Read read(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Read.Invalid(List.of(name + ": more than 256 KiB"));
    }
    return switch (JsonReader.read(bytes, FILE)) {
      case Reading.Fits(Object file) -> migration(name, (JsonObject) file);
      case Reading.Breaks(List<Violation> violations) ->
          new Read.Invalid(violations.stream().map(violation -> name + ": " + violation).toList());
      case Reading.Malformed(String detail) -> new Read.Invalid(List.of(name + ": " + detail));
    };
  }

  private static Read migration(String name, JsonObject file) {
    try {
      if (!name.endsWith(ENDING)) {
        throw new IllegalArgumentException("the name of a migration's file ends with .json");
      }
      return new Read.Valid(
          new Migration(
              new MigrationId(name.substring(0, name.length() - ENDING.length())),
              StepFile.read(file, "up"),
              StepFile.read(file, "down")));
    } catch (IllegalArgumentException e) {
      return new Read.Invalid(List.of(name + ": " + e.getMessage()));
    }
  }

  /** Returns what a new file holds: an example of a step each way, to be replaced. */
  public static String template() {
    return """
    {
      "up": [
        {"do": "addAttribute", "table": "profiles", "attribute": "example", "default": ""}
      ],
      "down": [
        {"do": "dropAttribute", "table": "profiles", "attribute": "example"}
      ]
    }
    """;
  }
}
