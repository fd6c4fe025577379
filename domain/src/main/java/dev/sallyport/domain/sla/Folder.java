package dev.sallyport.domain.sla;

/**
 * A folder as its watcher names it; compared as it is written, for nobody here knows the file
 * system that it belongs to.
 *
 * @param value one line of 1 to {@link #MAX_LENGTH} UTF-16 units, not blank
 */
public record Folder(String value) {
  /**
   * Most UTF-16 units: at three bytes each they fit the sort key of a DynamoDB index (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">1,024
   * bytes</a>).
   */
  public static final int MAX_LENGTH = 300;

  /** Rejects what is no name. */
  public Folder {
    OneLine.require("a folder", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return "Folder[redacted]";
  }
}
