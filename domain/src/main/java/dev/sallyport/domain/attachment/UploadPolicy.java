package dev.sallyport.domain.attachment;

import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;

/**
 * How much strangers may send: per call, per account and in all. Validated at start.
 *
 * @param maxEncrypted most encrypted forms in one call
 * @param maxPlain most unencrypted forms in one call
 * @param life how long a form can be used
 * @param maxBytes most bytes of one object
 * @param encryption what an encrypted form demands of the store
 * @param quotaWindow the span over which an account's use is counted
 * @param quotaObjects most objects that an account is granted in one window
 * @param quotaBytes most bytes that an account is granted in one window; a form without a declared
 *     size counts with {@code maxBytes}, because that is what it allows
 * @param quarantineBytes most bytes granted or in quarantine and not yet judged, over all accounts
 */
public record UploadPolicy(
    int maxEncrypted,
    int maxPlain,
    Duration life,
    DataSize maxBytes,
    Encryption encryption,
    Duration quotaWindow,
    long quotaObjects,
    DataSize quotaBytes,
    DataSize quarantineBytes) {
  /**
   * Most forms of both kinds together that a deployment may allow in one call, so that a grant fits
   * one transaction of DynamoDB (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">100
   * items</a>).
   */
  public static final int MOST_FORMS_PER_CALL = 90;

  private static final Duration LONGEST_LIFE = Duration.ofDays(7);

  /** Largest object that S3 takes in one POST: 5 GiB. */
  private static final DataSize LARGEST_OBJECT = DataSize.ofMebibytes(5 * 1024);

  /** Rejects limits that contradict each other or those of S3. */
  public UploadPolicy {
    require(maxEncrypted >= 0 && maxPlain >= 0, "maxEncrypted and maxPlain");
    require(maxEncrypted + maxPlain >= 1, "maxEncrypted plus maxPlain");
    require(maxEncrypted + maxPlain <= MOST_FORMS_PER_CALL, "maxEncrypted plus maxPlain");
    require(life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0, "life");
    require(maxBytes.bytes() >= 1 && !maxBytes.exceeds(LARGEST_OBJECT), "maxBytes");
    require(!(encryption instanceof Encryption.None), "encryption");
    require(quotaWindow.toSeconds() >= 1, "quotaWindow");
    require(quotaObjects >= 1, "quotaObjects");
    require(!maxBytes.exceeds(quotaBytes), "quotaBytes");
    require(!maxBytes.exceeds(quarantineBytes), "quarantineBytes");
  }

  /**
   * Returns the policy of a deployment that says nothing: 20 and 20 forms of 200 MiB for 300 s; an
   * hour's quota of 400 objects and 80 GiB; 200 GiB of quarantine.
   */
  public static UploadPolicy defaults() {
    return new UploadPolicy(
        20,
        20,
        Duration.ofMinutes(5),
        DataSize.ofMebibytes(200),
        new Encryption.Aes256(),
        Duration.ofHours(1),
        400,
        DataSize.ofMebibytes(80 * 1024),
        DataSize.ofMebibytes(200 * 1024));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is out of its range");
    }
  }
}
