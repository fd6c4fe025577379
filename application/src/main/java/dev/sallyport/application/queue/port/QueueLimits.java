package dev.sallyport.application.queue.port;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Refuses what no queue takes, alike for every adapter and before anything is sent. Each method
 * throws {@link IllegalArgumentException} for a value out of its range, and names no contents.
 */
public final class QueueLimits {
  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private QueueLimits() {}

  /**
   * Measures and checks a body in one pass that stops at the limit.
   *
   * @return its length in bytes of UTF-8, 1 to {@link MessageQueue#MAX_BODY_BYTES}
   */
  public static int bodyBytes(String body) {
    int bytes = 0;
    for (int i = 0; i < body.length() && bytes <= MessageQueue.MAX_BODY_BYTES; ) {
      int c = body.codePointAt(i);
      if (!isAllowed(c)) {
        throw new IllegalArgumentException("the body has a character that queues do not take");
      }
      bytes += utf8Length(c);
      i += Character.charCount(c);
    }
    if (bytes == 0 || bytes > MessageQueue.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("a body has 1 byte to 256 KiB");
    }
    return bytes;
  }

  /** Refuses a number of messages that no receive returns. */
  public static void requireBatch(int max) {
    if (max < 1 || max > MessageQueue.MAX_BATCH) {
      throw new IllegalArgumentException("a receive is of 1 to 10 messages");
    }
  }

  /** Refuses a reason that is no code. */
  public static void requireReason(String reason) {
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("not a reason code");
    }
  }

  /** Returns a time from zero to the most, rounded up to whole seconds. */
  public static Duration wholeSeconds(Duration time, Duration most) {
    if (time.isNegative() || time.compareTo(most) > 0) {
      throw new IllegalArgumentException("a time out of its range");
    }
    Duration whole = time.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(time) ? whole : whole.plusSeconds(1);
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff);
  }

  private static int utf8Length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }
}
