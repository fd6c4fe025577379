package dev.sallyport.domain.sanitization;

import java.util.UUID;

/**
 * Names one run of judging everything again; written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record ResanitizeJobId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
