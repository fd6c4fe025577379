package dev.sallyport.operations.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.operations.migration.MigrationFile.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationFileTest {
  private static final String NAME = "20260102000000_add_bio.json";

  private static final Path FOLDER =
      Path.of("src/main/resources/dev/sallyport/operations/migration");

  private static Read read(String name, String text) {
    return MigrationFile.read(name, text.getBytes(UTF_8));
  }

  private static String both(String step) {
    return "{\"up\":[" + step + "],\"down\":[" + step + "]}";
  }

  private static Migration valid(String text) {
    return switch (read(NAME, text)) {
      case Read.Valid(Migration migration) -> migration;
      case Read.Invalid(List<String> mistakes) -> throw new AssertionError(mistakes.toString());
    };
  }

  @Test
  void theChecksumIsThatOfTheStepsAndNotOfTheText() {
    Migration one = valid(both("{\"do\":\"dropAttribute\",\"table\":\"a\",\"attribute\":\"b\"}"));
    Migration same =
        valid(both("{ \"attribute\": \"b\",\n \"do\":\"dropAttribute\", \"table\":\"\\u0061\"}"));
    Migration other = valid(both("{\"do\":\"dropAttribute\",\"table\":\"a\",\"attribute\":\"c\"}"));
    assertThat(same.checksum()).isEqualTo(one.checksum());
    assertThat(other.checksum()).isNotEqualTo(one.checksum());
  }

  @Test
  void aTableIsMadeWithItsIndexesAtOnce() {
    String create =
        "{\"do\":\"createTable\",\"table\":\"a\",\"partition\":\"b\",\"indexes\":["
            + "{\"index\":\"i\",\"partition\":\"c\",\"whole\":true},"
            + "{\"index\":\"j\",\"partition\":\"c\",\"sort\":\"b\"}]}";
    assertThat(valid(both(create)).up())
        .containsExactly(
            new Step.CreateTable(
                new SchemaName("a"),
                key("b"),
                Optional.empty(),
                List.of(
                    new IndexShape(new SchemaName("i"), key("c"), true),
                    new IndexShape(
                        new SchemaName("j"),
                        new RecordKey(new SchemaName("c"), Optional.of(new SchemaName("b"))),
                        false))));
  }

  private static RecordKey key(String partition) {
    return new RecordKey(new SchemaName(partition), Optional.empty());
  }

  @Test
  void theTemplateIsAMigration() {
    assertThat(read(NAME, MigrationFile.template())).isInstanceOf(Read.Valid.class);
  }

  @Test
  void whatIsNotExactlyAMigrationIsRefusedWithItsName() {
    String fine = both("{\"do\":\"dropTable\",\"table\":\"a\"}");
    for (String text :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"up\":[],\"down\":[]}",
          fine + "x",
          fine.replace("\"down\"", "\"up\""),
          both("{\"do\":\"dropTable\"}"),
          both("{\"do\":\"dropTable\",\"table\":null}"),
          both("{\"do\":\"dropTable\",\"table\":\"a b\"}"),
          both("{\"do\":\"dropTable\",\"table\":\"a\",\"cascade\":true}"),
          both("{\"do\":\"dropTable\",\"table\":\"a\",\"index\":\"b\"}"),
          both("{\"do\":\"truncate\",\"table\":\"a\"}"),
          both("{\"do\":\"createTable\",\"table\":\"a\",\"partition\":\"b\",\"sort\":\"b\"}"),
          both(
              "{\"do\":\"createTable\",\"table\":\"a\",\"partition\":\"b\",\"indexes\":["
                  + "{\"index\":\"i\",\"partition\":\"c\"},"
                  + "{\"index\":\"i\",\"partition\":\"d\"}]}"),
          both("{\"do\":\"dropAttribute\",\"table\":\"a\",\"attribute\":\"schemaVersion\"}"),
          both("{\"do\":\"transform\",\"table\":\"a\",\"class\":\"java.lang.Runtime\"}"),
          both(
              "{\"do\":\"addAttribute\",\"table\":\"a\",\"attribute\":\"b\",\"default\":\""
                  + "x".repeat(5000)
                  + "\"}")
        }) {
      assertThat(read(NAME, text))
          .as(text.substring(0, Math.min(90, text.length())))
          .isInstanceOfSatisfying(
              Read.Invalid.class,
              invalid -> assertThat(invalid.mistakes()).allMatch(line -> line.startsWith(NAME)));
    }
    for (String name :
        new String[] {
          "add_bio.json", "20260102000000_add_bio", "20261302000000_a.json", "20260102000000_A.json"
        }) {
      assertThat(read(name, fine)).as(name).isInstanceOf(Read.Invalid.class);
    }
  }

  @Test
  void everyMigrationOfThisReleaseIsListedOnceAndReads() throws IOException {
    List<String> ids =
        MigrationResources.read().stream().map(Migration::id).map(MigrationId::value).toList();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(MigrationFile.ENDING))
          .containsExactlyInAnyOrderElementsOf(
              ids.stream().map(id -> id + MigrationFile.ENDING).toList());
    }
  }
}
