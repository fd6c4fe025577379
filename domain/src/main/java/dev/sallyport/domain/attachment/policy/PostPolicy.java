package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * What a presigned form may do, and until when.
 *
 * @param expiration with the precision of a millisecond; finer parts are cut. Years 0000 to 9999.
 * @param conditions all of them must hold; at least one
 */
public record PostPolicy(Instant expiration, List<PolicyCondition> conditions) {
  private static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  public PostPolicy {
    if (expiration.getEpochSecond() < FIRST_SECOND || expiration.getEpochSecond() > LAST_SECOND) {
      throw new IllegalArgumentException("expiration needs a year of four digits");
    }
    expiration = expiration.truncatedTo(ChronoUnit.MILLIS);
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a condition");
    }
  }

  /** The policy as compact JSON. */
  public String toJson() {
    return PolicyWriter.write(this);
  }

  /**
   * The policy as the form carries it and as it is signed: base64 of the UTF-8 bytes of the JSON.
   */
  public String toBase64() {
    byte[] encoded = Base64.getEncoder().encode(toJson().getBytes(StandardCharsets.UTF_8));
    return new String(encoded, StandardCharsets.ISO_8859_1);
  }
}
