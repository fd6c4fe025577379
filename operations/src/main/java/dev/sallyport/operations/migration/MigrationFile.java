package dev.sallyport.operations.migration;

import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.EitherShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.VariantShape;
import dev.sallyport.operations.json.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

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

  private static final TextShape NAME =
      TextShape.of("[A-Za-z](-?[A-Za-z0-9]){0,63}", 64, "the name of a table, index or attribute");

  private static final Member TABLE = Member.required("table", NAME);
  private static final Member INDEX = Member.required("index", NAME);
  private static final Member ATTRIBUTE = Member.required("attribute", NAME);
  private static final Member PARTITION = Member.required("partition", NAME);
  private static final Member SORT = Member.optional("sort", NAME);

  private static final VariantShape STEP = VariantShape.byTag("do", kinds());

  private static final ObjectShape FILE =
      ObjectShape.of(
          Member.required("up", ArrayShape.of(STEP, 1, Migration.MAX_STEPS)),
          Member.required("down", ArrayShape.of(STEP, 1, Migration.MAX_STEPS)));

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

  private static SequencedMap<String, ObjectShape> kinds() {
    SequencedMap<String, ObjectShape> kinds = new LinkedHashMap<>();
    kinds.put(
        "createTable", ObjectShape.of(TABLE, PARTITION, SORT, Member.optional("expiresBy", NAME)));
    kinds.put("dropTable", ObjectShape.of(TABLE));
    kinds.put("createIndex", ObjectShape.of(TABLE, INDEX, PARTITION, SORT));
    kinds.put("dropIndex", ObjectShape.of(TABLE, INDEX));
    kinds.put(
        "addAttribute",
        ObjectShape.of(
            TABLE,
            ATTRIBUTE,
            Member.required(
                "default",
                new EitherShape(
                    List.of(
                        TextShape.text(0, Scalar.MAX_TEXT),
                        new IntegerShape(Long.MIN_VALUE, Long.MAX_VALUE),
                        new BooleanShape())))));
    kinds.put("dropAttribute", ObjectShape.of(TABLE, ATTRIBUTE));
    kinds.put(
        "transform",
        ObjectShape.of(
            TABLE,
            Member.required(
                "class",
                TextShape.of(
                    "[A-Z][A-Za-z0-9]{0,58}V[1-9][0-9]{0,3}",
                    64,
                    "a class name that ends with V and a number"))));
    return kinds;
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
              steps(file, "up"),
              steps(file, "down")));
    } catch (IllegalArgumentException e) {
      return new Read.Invalid(List.of(name + ": " + e.getMessage()));
    }
  }

  private static List<Step> steps(JsonObject file, String direction) {
    return file.list(direction, JsonObject.class).stream()
        .map(MigrationFile::step)
        .collect(Collectors.toUnmodifiableList());
  }

  private static Step step(JsonObject step) {
    SchemaName table = name(step, "table");
    return switch (step.text("do")) {
      case "createTable" ->
          new Step.CreateTable(
              table, key(step), step.find("expiresBy", String.class).map(SchemaName::new));
      case "dropTable" -> new Step.DropTable(table);
      case "createIndex" -> new Step.CreateIndex(table, name(step, "index"), key(step));
      case "dropIndex" -> new Step.DropIndex(table, name(step, "index"));
      case "addAttribute" ->
          new Step.AddAttribute(
              table, name(step, "attribute"), scalar(step.get("default", Object.class)));
      case "dropAttribute" -> new Step.DropAttribute(table, name(step, "attribute"));
      case "transform" -> new Step.Transform(table, step.text("class"));
      default -> throw new IllegalStateException("the shape lets no other kind through");
    };
  }

  private static RecordKey key(JsonObject step) {
    Optional<SchemaName> sort = step.find("sort", String.class).map(SchemaName::new);
    return new RecordKey(name(step, "partition"), sort);
  }

  private static SchemaName name(JsonObject step, String member) {
    return new SchemaName(step.text(member));
  }

  private static Scalar scalar(Object value) {
    return switch (value) {
      case String text -> new Scalar.Text(text);
      case Long number -> new Scalar.Whole(number);
      case Boolean flag -> new Scalar.Flag(flag);
      default -> throw new IllegalStateException("the shape lets no other value through");
    };
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
