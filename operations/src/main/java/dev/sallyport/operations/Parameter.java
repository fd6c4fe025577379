package dev.sallyport.operations;

import dev.sallyport.operations.json.ScalarShape;

/**
 * A named value beside the body.
 *
 * @param in where it stands
 * @param name as the document shows it; headers are matched in any case
 * @param shape what its text has to be
 * @param required whether it must be there; path parameters always must
 * @param description one sentence for the document
 */
public record Parameter(
    In in, String name, ScalarShape shape, boolean required, String description) {
  /** Where a parameter stands. */
  public enum In {
    /** A segment of the path. */
    PATH,
    /** The query; there at most once. */
    QUERY,
    /** A header. */
    HEADER
  }

  /** One of the path template. */
  public static Parameter path(String name, ScalarShape shape, String description) {
    return new Parameter(In.PATH, name, shape, true, description);
  }

  /** One of the query, which may be left out. */
  public static Parameter query(String name, ScalarShape shape, String description) {
    return new Parameter(In.QUERY, name, shape, false, description);
  }

  /** A header, which may be left out. */
  public static Parameter header(String name, ScalarShape shape, String description) {
    return new Parameter(In.HEADER, name, shape, false, description);
  }
}
