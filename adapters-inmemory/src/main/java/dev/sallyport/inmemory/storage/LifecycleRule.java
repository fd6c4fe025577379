package dev.sallyport.inmemory.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * Says how long versions stay, as an S3 lifecycle rule does: a current version that expires becomes
 * noncurrent, a noncurrent one is gone for good.
 *
 * <p>An age is counted in whole days and rounded up to the next midnight UTC: a current version's
 * from its creation, a noncurrent one's from the creation of its successor (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">lifecycle
 * configuration elements</a>).
 *
 * @param bucket where it holds
 * @param prefix of the keys that it holds for; empty for all
 * @param currentDays after how many days a current version expires, at least 1; empty for never
 * @param noncurrentDays after how many days a noncurrent version is deleted, at least 1
 */
public record LifecycleRule(
    Bucket bucket, String prefix, OptionalInt currentDays, int noncurrentDays) {
  /** Rejects days below 1. */
  public LifecycleRule {
    if (currentDays.orElse(1) < 1 || noncurrentDays < 1) {
      throw new IllegalArgumentException("a lifecycle rule counts at least one day");
    }
  }

  /**
   * Returns the rules of a deployment that says nothing: everywhere noncurrent versions go after a
   * day; in quarantine nothing stays longer than 31 days, one more than rejected originals are kept
   * by default.
   */
  public static List<LifecycleRule> defaults() {
    return List.of(
        new LifecycleRule(Bucket.QUARANTINE, "", OptionalInt.of(31), 1),
        new LifecycleRule(Bucket.CLEAN, "", OptionalInt.empty(), 1),
        new LifecycleRule(Bucket.ASSETS, "", OptionalInt.empty(), 1));
  }

  boolean holdsFor(Bucket other, String key) {
    return bucket == other && key.startsWith(prefix);
  }

  boolean expiresCurrent(Instant created, Instant now) {
    return currentDays.isPresent() && isOver(created, currentDays.getAsInt(), now);
  }

  boolean expiresNoncurrent(Instant succeeded, Instant now) {
    return isOver(succeeded, noncurrentDays, now);
  }

  private static boolean isOver(Instant start, int days, Instant now) {
    Instant end = start.plus(days, ChronoUnit.DAYS);
    Instant midnight = end.truncatedTo(ChronoUnit.DAYS);
    return !now.isBefore(midnight.equals(end) ? end : midnight.plus(1, ChronoUnit.DAYS));
  }
}
