package dev.sallyport.domain.report;

import java.util.UUID;

/**
 * Names one comment for good; made by the server, written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record CommentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
