package dev.sallyport.operations.settings;

import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers with their units as people write them: {@code 200MiB}, {@code 90s}. A unit is never
 * guessed: a bare number of seconds is refused.
 */
public final class Quantity {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,15}) ?([A-Za-z]*)");
  private static final Map<String, Long> SIZES =
      Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, Duration> TIMES =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Quantity() {}

  /**
   * Reads a size: a number of bytes, or one with B, KiB, MiB or GiB.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static DataSize size(String text) {
    Matcher parts = parts(text, "a size, such as 200MiB");
    Long unit = SIZES.get(parts.group(2));
    if (unit == null) {
      throw new IllegalArgumentException("not a size, such as 200MiB");
    }
    return DataSize.ofBytes(multiply(parts, unit));
  }

  /**
   * Reads a span of time: a number with s, m, h or d.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Duration time(String text) {
    Matcher parts = parts(text, "a time, such as 300s, 5m, 1h or 30d");
    Duration unit = TIMES.get(parts.group(2));
    if (unit == null) {
      throw new IllegalArgumentException("not a time, such as 300s, 5m, 1h or 30d");
    }
    return Duration.ofSeconds(multiply(parts, unit.toSeconds()));
  }

  /**
   * Reads a whole number.
   *
   * @throws IllegalArgumentException for anything else or outside the range
   */
  public static long number(String text, long least, long most) {
    Matcher parts = parts(text, "a number");
    long number = Long.parseLong(parts.group(1));
    if (!parts.group(2).isEmpty() || number < least || number > most) {
      throw new IllegalArgumentException("not a number from " + least + " to " + most);
    }
    return number;
  }

  private static Matcher parts(String text, String what) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not " + what);
    }
    return matcher;
  }

  private static long multiply(Matcher parts, long unit) {
    try {
      return Math.multiplyExact(Long.parseLong(parts.group(1)), unit);
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException("too large", tooLarge);
    }
  }
}
