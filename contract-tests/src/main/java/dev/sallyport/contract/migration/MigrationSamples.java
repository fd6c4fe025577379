package dev.sallyport.contract.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Migrations of a table of people, and the people. */
final class MigrationSamples {
  static final Subject ANN = new Subject("ann");
  static final SchemaName PEOPLE = new SchemaName("people");
  static final SchemaName ID = new SchemaName("id");
  static final SchemaName BIO = new SchemaName("bio");
  static final SchemaName VISITS = new SchemaName("visits");
  static final RecordKey KEY = new RecordKey(ID, Optional.empty());
  static final Step CREATE = new Step.CreateTable(PEOPLE, KEY, Optional.empty());

  static final Migration TABLE =
      migration("20260101000000_people", CREATE, new Step.DropTable(PEOPLE));

  static final Migration ADD_BIO =
      migration(
          "20260102000000_bio",
          new Step.AddAttribute(PEOPLE, BIO, new Scalar.Text("")),
          new Step.DropAttribute(PEOPLE, BIO));

  static final Migration COUNT =
      migration(
          "20260103000000_count",
          new Step.Transform(PEOPLE, "CountVisitV1"),
          new Step.Transform(PEOPLE, "UncountVisitV1"));

  private MigrationSamples() {}

  /** Adds one; done twice to a record, it would show. */
  static final class CountVisitV1 implements RecordChange {
    @Override
    public Map<SchemaName, Scalar> apply(Map<SchemaName, Scalar> record) {
      return visits(record, 1);
    }
  }

  /** Takes one away again. */
  static final class UncountVisitV1 implements RecordChange {
    @Override
    public Map<SchemaName, Scalar> apply(Map<SchemaName, Scalar> record) {
      return visits(record, -1);
    }
  }

  private static Map<SchemaName, Scalar> visits(Map<SchemaName, Scalar> record, int more) {
    Map<SchemaName, Scalar> then = new HashMap<>(record);
    long now = record.get(VISITS) instanceof Scalar.Whole(long value) ? value : 0;
    then.put(VISITS, new Scalar.Whole(now + more));
    return then;
  }

  static Migration migration(String id, Step up, Step down) {
    return new Migration(new MigrationId(id), List.of(up), List.of(down));
  }

  static Map<SchemaName, Scalar> person(int number) {
    return Map.of(ID, new Scalar.Text("p%04d".formatted(number)), VISITS, new Scalar.Whole(0));
  }

  static List<Map<SchemaName, Scalar>> people(int count) {
    List<Map<SchemaName, Scalar>> people = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      people.add(person(number));
    }
    return people;
  }

  static Map<SchemaName, Scalar> with(
      Map<SchemaName, Scalar> record, SchemaName name, Scalar value) {
    Map<SchemaName, Scalar> then = new HashMap<>(record);
    then.put(name, value);
    return then;
  }
}
