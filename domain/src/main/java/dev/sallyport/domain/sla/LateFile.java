package dev.sallyport.domain.sla;

import java.time.Instant;
import java.util.Comparator;

/**
 * A file that waited too long.
 *
 * @param name one line of 1 to {@link #MAX_NAME} UTF-16 units, not blank
 * @param createdAt in the years 1 to 9999
 */
public record LateFile(String name, Instant createdAt) {
  /** Most UTF-16 units of a name, as many as file systems take. */
  public static final int MAX_NAME = 255;

  /** The order in which the files of a breach stand: by name, then by time. */
  static final Comparator<LateFile> ORDER =
      Comparator.comparing(LateFile::name).thenComparing(LateFile::createdAt);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Rejects what is no name and no such time. */
  public LateFile {
    OneLine.require("a file's name", name, MAX_NAME);
    if (!isPossible(createdAt)) {
      throw new IllegalArgumentException("only the years 1 to 9999");
    }
  }

  /** Tells whether a file may have been created then. */
  public static boolean isPossible(Instant createdAt) {
    return !createdAt.isBefore(FIRST) && !createdAt.isAfter(END);
  }

  @Override
  public String toString() {
    return "LateFile[redacted]";
  }
}
