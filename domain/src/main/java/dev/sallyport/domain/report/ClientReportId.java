package dev.sallyport.domain.report;

import java.util.UUID;

/**
 * The name that the sender gave to a report before sending it: the idempotency key of its
 * submission.
 *
 * @param value any UUID
 */
public record ClientReportId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
