package dev.sallyport.domain.migration;

import java.util.regex.Pattern;

/**
 * Names a table, an index or an attribute as migrations do: without the prefix of a deployment.
 *
 * @param value 1 to 64 letters and digits, with hyphens within, beginning with a letter
 */
public record SchemaName(String value) implements Comparable<SchemaName> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z](-?[A-Za-z0-9]){0,63}");
  private static final int LONGEST = 64;

  /** The attribute that tells which step has last written a record; no migration may touch it. */
  public static final SchemaName VERSION = new SchemaName("schemaVersion");

  /** Rejects any other form. */
  public SchemaName {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a name of a table, index or attribute");
    }
  }

  @Override
  public int compareTo(SchemaName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
