package dev.sallyport.domain.report;

import java.util.UUID;

/**
 * Names one export for good; made by the server.
 *
 * @param value the UUID
 */
public record ExportId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
