package dev.sallyport.domain.report;

import java.util.UUID;

/**
 * Names one report for good; made by the server, written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record ReportId(UUID value) {
  /**
   * Reads the canonical form (36 characters, lower case) and nothing else.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static ReportId parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException("a report id is a lower-case UUID");
    }
    return new ReportId(uuid);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
