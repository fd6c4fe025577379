package dev.sallyport.domain.sla;

import java.util.UUID;

/**
 * Names one SLA error for good; follows from what is reported, written as a lower-case UUID.
 *
 * @param value the UUID, of version 5
 */
public record SlaErrorId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
