package dev.sallyport.http;

/**
 * How often one client may call. Two token buckets for each client: one for sign-in and all else
 * under {@code /auth}, so that guessing passwords is slow, and one for everything else.
 *
 * @param perSecond requests a second in the long run, 1 to 1,000,000
 * @param burst requests at once after a pause, at least {@code perSecond}
 * @param signInsPerMinute requests under {@code /auth} a minute, at once or spread
 */
public record RateLimits(long perSecond, long burst, long signInsPerMinute) {
  private static final long MOST = 1_000_000;

  /** Rejects limits that let nobody in or that contradict each other. */
  public RateLimits {
    if (perSecond < 1 || perSecond > MOST || burst < perSecond || burst > 4 * MOST) {
      throw new IllegalArgumentException("a rate is 1 to 1,000,000 requests a second");
    }
    if (signInsPerMinute < 1 || signInsPerMinute > MOST) {
      throw new IllegalArgumentException("sign-ins are 1 to 1,000,000 a minute");
    }
  }

  /** Returns the limits of a rate: bursts of four times as many, and 30 sign-ins a minute. */
  public static RateLimits of(long perSecond) {
    return new RateLimits(perSecond, 4 * perSecond, 30);
  }
}
