package dev.sallyport.domain.migration;

import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes a migration in the one form that its checksum is taken of, whatever the file looked like:
 * every part with its length before it, so that no two migrations are written the same. The form is
 * never changed; a new kind of step gets a new word.
 */
final class CanonicalForm {
  private final StringBuilder text = new StringBuilder("sallyport-migration-1");

  private CanonicalForm() {}

  static Sha256 checksum(Migration migration) {
    CanonicalForm form = new CanonicalForm();
    form.part(migration.id().value());
    form.steps("up", migration.up());
    form.steps("down", migration.down());
    return Sha256.of(form.text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void steps(String direction, List<Step> steps) {
    part(direction);
    part(Integer.toString(steps.size()));
    steps.forEach(this::step);
  }

  private void step(Step step) {
    switch (step) {
      case Step.CreateTable create -> {
        parts("createTable", create.table());
        key(create.key());
        optional(create.expiresBy());
        create.indexes().forEach(index -> index("with", index));
      }
      case Step.DropTable(SchemaName table) -> parts("dropTable", table);
      case Step.CreateIndex(SchemaName table, IndexShape index) -> {
        parts("createIndex", table);
        index("of", index);
      }
      case Step.DropIndex(SchemaName table, SchemaName index) -> parts("dropIndex", table, index);
      case Step.AddAttribute(SchemaName table, SchemaName attribute, Scalar value) -> {
        parts("addAttribute", table, attribute);
        scalar(value);
      }
      case Step.DropAttribute(SchemaName table, SchemaName attribute) ->
          parts("dropAttribute", table, attribute);
      case Step.Transform(SchemaName table, String transform) -> {
        parts("transform", table);
        part(transform);
      }
    }
  }

  private void scalar(Scalar value) {
    switch (value) {
      case Scalar.Text(String content) -> {
        part("text");
        part(content);
      }
      case Scalar.Whole(long content) -> {
        part("number");
        part(Long.toString(content));
      }
      case Scalar.Flag(boolean content) -> {
        part("flag");
        part(Boolean.toString(content));
      }
    }
  }

  private void index(String word, IndexShape index) {
    part(index.whole() ? word + "Whole" : word);
    part(index.name().value());
    key(index.key());
  }

  private void key(RecordKey key) {
    part(key.partition().value());
    optional(key.sort());
  }

  private void optional(Optional<SchemaName> name) {
    part(name.map(SchemaName::value).orElse(""));
  }

  private void parts(String word, SchemaName... names) {
    part(word);
    for (SchemaName name : names) {
      part(name.value());
    }
  }

  private void part(String content) {
    text.append('\n').append(content.length()).append(':').append(content);
  }
}
