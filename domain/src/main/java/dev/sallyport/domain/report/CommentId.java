package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.NameUuid;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names one comment for good; made by the server, written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record CommentId(UUID value) {
  /**
   * Returns the id of the comment that an author has named before sending it: always the same one,
   * and another one for every other author and report.
   *
   * @param clientId any UUID, the author's idempotency key
   */
  public static CommentId of(ReportId report, Subject author, UUID clientId) {
    byte[] name = (clientId + author.value()).getBytes(StandardCharsets.UTF_8);
    return new CommentId(NameUuid.of(report.value(), name));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
