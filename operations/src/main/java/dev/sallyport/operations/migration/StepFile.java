package dev.sallyport.operations.migration;

import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.EitherShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.VariantShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The steps of a migration as its file has them. */
final class StepFile {
  private static final TextShape NAME =
      TextShape.of("[A-Za-z](-?[A-Za-z0-9]){0,63}", 64, "the name of a table, index or attribute");

  private static final Member TABLE = Member.required("table", NAME);
  private static final Member INDEX = Member.required("index", NAME);
  private static final Member ATTRIBUTE = Member.required("attribute", NAME);
  private static final Member PARTITION = Member.required("partition", NAME);
  private static final Member SORT = Member.optional("sort", NAME);
  private static final Member WHOLE = Member.optional("whole", new BooleanShape());
  private static final Member INDEXES =
      Member.optional(
          "indexes",
          ArrayShape.of(
              ObjectShape.of(INDEX, PARTITION, SORT, WHOLE), 0, Step.CreateTable.MAX_INDEXES));

  /** One step. */
  static final VariantShape SHAPE = VariantShape.byTag("do", kinds());

  private StepFile() {}

  private static SequencedMap<String, ObjectShape> kinds() {
    SequencedMap<String, ObjectShape> kinds = new LinkedHashMap<>();
    kinds.put(
        "createTable",
        ObjectShape.of(TABLE, PARTITION, SORT, Member.optional("expiresBy", NAME), INDEXES));
    kinds.put("dropTable", ObjectShape.of(TABLE));
    kinds.put("createIndex", ObjectShape.of(TABLE, INDEX, PARTITION, SORT, WHOLE));
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

  /** Reads the steps of a file that has its shape. */
  static List<Step> read(JsonObject file, String direction) {
    return file.list(direction, JsonObject.class).stream()
        .map(StepFile::step)
        .collect(Collectors.toUnmodifiableList());
  }

  private static Step step(JsonObject step) {
    SchemaName table = name(step, "table");
    return switch (step.text("do")) {
      case "createTable" ->
          new Step.CreateTable(
              table,
              key(step),
              step.find("expiresBy", String.class).map(SchemaName::new),
              step.list("indexes", JsonObject.class).stream().map(StepFile::index).toList());
      case "dropTable" -> new Step.DropTable(table);
      case "createIndex" -> new Step.CreateIndex(table, index(step));
      case "dropIndex" -> new Step.DropIndex(table, name(step, "index"));
      case "addAttribute" ->
          new Step.AddAttribute(
              table, name(step, "attribute"), scalar(step.get("default", Object.class)));
      case "dropAttribute" -> new Step.DropAttribute(table, name(step, "attribute"));
      case "transform" -> new Step.Transform(table, step.text("class"));
      default -> throw new IllegalStateException("the shape lets no other kind through");
    };
  }

  private static IndexShape index(JsonObject step) {
    return new IndexShape(
        name(step, "index"), key(step), step.find("whole", Boolean.class).orElse(false));
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
}
