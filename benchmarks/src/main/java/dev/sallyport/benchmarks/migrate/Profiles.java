package dev.sallyport.benchmarks.migrate;

import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The records that both sides begin with. */
final class Profiles {
  static final SchemaName TABLE = new SchemaName("profiles");
  static final SchemaName ID = new SchemaName("id");
  static final SchemaName BIO = new SchemaName("bio");
  static final Scalar EMPTY = new Scalar.Text("");

  private static final SchemaName HANDLE = new SchemaName("handle");
  private static final SchemaName NAME = new SchemaName("displayName");
  private static final SchemaName REPORTS = new SchemaName("reports");

  private Profiles() {}

  private static String id(int number) {
    return "p%07d".formatted(number);
  }

  static Map<SchemaName, Scalar> profile(int number) {
    return Map.of(
        ID, new Scalar.Text(id(number)),
        HANDLE, new Scalar.Text("handle-" + number),
        NAME, new Scalar.Text("Nomen Nescio " + number),
        REPORTS, new Scalar.Whole(number % 17));
  }

  static ConcurrentMap<String, Map<SchemaName, Scalar>> byId(int count) {
    ConcurrentMap<String, Map<SchemaName, Scalar>> profiles = new ConcurrentHashMap<>();
    for (int number = 0; number < count; number++) {
      profiles.put(id(number), profile(number));
    }
    return profiles;
  }
}
