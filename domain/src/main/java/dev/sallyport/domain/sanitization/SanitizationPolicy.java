package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The limits that a deployment sets for everything it looks into. Data, not code: validated at
 * start, the same for every entrypoint.
 *
 * @param accepted the types that may pass at all
 * @param maxPixels most pixels of an image over all its frames
 * @param maxTextBytes most bytes of a text, JSON or CSV file
 * @param maxJsonDepth deepest nesting of a JSON value
 * @param maxChunkBytes most bytes that one metadata chunk or segment of an image may declare
 * @param archives how far archives may unfold
 * @param redactText whether secrets and personal data are removed from text
 * @param deadline how long all checks of one attempt may take together
 * @param maxAttempts how many attempts may end in a time-out before the verdict is {@link
 *     ReasonCode#TIMEOUT}
 * @param maxWait how long an attachment may wait for a scanner that is down before it expires
 * @param retainCleaned whether the original of something served stays for re-sanitizing; if not, it
 *     is deleted with the verdict
 * @param retainRejected whether the original of something rejected stays, unreadable, for
 *     re-sanitizing
 * @param retention how long originals stay at most, whatever became of them; the quarantine
 *     bucket's lifecycle ends them
 */
public record SanitizationPolicy(
    Set<FileType> accepted,
    long maxPixels,
    DataSize maxTextBytes,
    int maxJsonDepth,
    DataSize maxChunkBytes,
    ArchiveLimits archives,
    boolean redactText,
    Duration deadline,
    int maxAttempts,
    Duration maxWait,
    boolean retainCleaned,
    boolean retainRejected,
    Duration retention) {

  private static final long GROWTH_BYTES = 16L * 1024 * 1024;
  private static final long GROWTH_FACTOR = 8;

  /** A PNG that cannot be compressed at all has four bytes for each pixel and a little more. */
  private static final long BYTES_PER_PIXEL = 5;

  /** Rejects limits that would accept nothing or never end. */
  public SanitizationPolicy {
    accepted = Set.copyOf(accepted);
    require(maxPixels >= 1, "maxPixels");
    require(maxTextBytes.bytes() >= 1, "maxTextBytes");
    require(maxJsonDepth >= 1 && maxJsonDepth <= 1000, "maxJsonDepth");
    require(
        maxChunkBytes.bytes() >= 1 && maxChunkBytes.bytes() <= Integer.MAX_VALUE, "maxChunkBytes");
    require(deadline.isPositive(), "deadline");
    require(maxAttempts >= 1, "maxAttempts");
    require(maxWait.isPositive(), "maxWait");
    require(retention.toDays() >= 1, "retention");
  }

  /**
   * Returns the policy of a deployment that says nothing: every type that can be looked into, 50
   * megapixels (as imgproxy), 200 MiB of text, a minute for all checks, originals of served files
   * deleted at once and of rejected ones kept for 30 days.
   */
  public static SanitizationPolicy defaults() {
    return new SanitizationPolicy(
        EnumSet.complementOf(EnumSet.copyOf(FileType.opaque())),
        50_000_000,
        DataSize.ofMebibytes(200),
        100,
        DataSize.ofMebibytes(16),
        ArchiveLimits.defaults(),
        true,
        Duration.ofMinutes(1),
        3,
        Duration.ofHours(24),
        false,
        true,
        Duration.ofDays(30));
  }

  /** Tells whether the original stays after such a verdict. */
  public boolean retainsOriginal(Verdict verdict) {
    return verdict.isServed() ? retainCleaned : retainRejected;
  }

  /**
   * Returns how large clean bytes may become: pixels that were packed well may grow in a plainer
   * coding, text may grow where secrets are replaced by longer marks, members of an archive may do
   * both, and nothing may grow without end.
   */
  public DataSize largestOutput(DataSize input) {
    long growth = Math.min(input.bytes(), GROWTH_BYTES) * GROWTH_FACTOR;
    long pixels = Math.multiplyExact(maxPixels, BYTES_PER_PIXEL);
    return new DataSize(input.bytes() + growth + pixels);
  }

  private static void require(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of its range");
    }
  }
}
