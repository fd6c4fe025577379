package dev.sallyport.domain.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One change of the shape of stored data. Steps are data: what they do is up to the schema. */
public sealed interface Step {
  /** Returns the table that it changes. */
  SchemaName table();

  /** Tells whether it visits the table's records, segment by segment. */
  default boolean visitsRecords() {
    return switch (this) {
      case AddAttribute _, DropAttribute _, Transform _ -> true;
      case CreateTable _, DropTable _, CreateIndex _, DropIndex _ -> false;
    };
  }

  /**
   * Makes a table, with indexes at once: on an empty table they cost nothing.
   *
   * @param table its name
   * @param key how records are found
   * @param expiresBy the attribute with the second since 1970 at which a record expires
   * @param indexes each name once, at most {@link #MAX_INDEXES}
   */
  record CreateTable(
      SchemaName table, RecordKey key, Optional<SchemaName> expiresBy, List<IndexShape> indexes)
      implements Step {
    /**
     * Most indexes of a table (<a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">quotas
     * of DynamoDB</a>).
     */
    public static final int MAX_INDEXES = 20;

    /** Rejects too many, and two of one name. */
    public CreateTable {
      indexes = List.copyOf(indexes);
      long names = indexes.stream().map(IndexShape::name).distinct().count();
      if (names < indexes.size() || names > MAX_INDEXES) {
        throw new IllegalArgumentException("a table has 0 to 20 indexes, each name once");
      }
    }

    /** Makes a table without indexes. */
    public CreateTable(SchemaName table, RecordKey key, Optional<SchemaName> expiresBy) {
      this(table, key, expiresBy, List.of());
    }
  }

  /**
   * Removes a table that holds no record.
   *
   * @param table its name
   */
  record DropTable(SchemaName table) implements Step {}

  /**
   * Makes an index, which also finds the records that are there already.
   *
   * @param table whose records it finds
   * @param index what it is like
   */
  record CreateIndex(SchemaName table, IndexShape index) implements Step {}

  /**
   * Removes an index.
   *
   * @param table whose records it finds
   * @param index its name
   */
  record DropIndex(SchemaName table, SchemaName index) implements Step {}

  /**
   * Gives an attribute to every record that has none of this name.
   *
   * @param table which records
   * @param attribute its name
   * @param value what it is at first
   */
  record AddAttribute(SchemaName table, SchemaName attribute, Scalar value) implements Step {
    /** Rejects the schema version. */
    public AddAttribute {
      requireOwn(attribute);
    }
  }

  /**
   * Takes an attribute from every record.
   *
   * @param table which records
   * @param attribute its name
   */
  record DropAttribute(SchemaName table, SchemaName attribute) implements Step {
    /** Rejects the schema version. */
    public DropAttribute {
      requireOwn(attribute);
    }
  }

  /**
   * Has a class of the product change every record once.
   *
   * @param table which records
   * @param transform the class's name, which ends with its version, such as {@code
   *     TrimDisplayNameV1}: a class that has run anywhere is never changed, it gets a successor
   */
  record Transform(SchemaName table, String transform) implements Step {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z0-9]{0,58}V[1-9][0-9]{0,3}");

    /** Rejects a name without a version. */
    public Transform {
      if (!FORM.matcher(transform).matches()) {
        throw new IllegalArgumentException("not a class name that ends with V and a number");
      }
    }
  }

  private static void requireOwn(SchemaName attribute) {
    if (attribute.equals(SchemaName.VERSION)) {
      throw new IllegalArgumentException("schemaVersion belongs to the migrations themselves");
    }
  }
}
