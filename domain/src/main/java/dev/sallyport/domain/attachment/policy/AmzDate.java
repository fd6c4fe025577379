package dev.sallyport.domain.attachment.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Instants in the two ISO 8601 forms of S3, always UTC: {@code 20151229T000000Z} in signatures and
 * {@code 2015-12-30T12:00:00.000Z} in policies. Written by hand because it is on the path of every
 * signature.
 */
final class AmzDate {
  private static final String BASIC_FORM = "ddddddddTddddddZ";
  private static final String DAY_FORM = "dddddddd";
  private static final String POLICY_FORM = "dddd-dd-ddTdd:dd:ddZ";
  private static final String POLICY_FORM_MILLIS = "dddd-dd-ddTdd:dd:dd.dddZ";

  private AmzDate() {}

  /** {@code yyyyMMdd'T'HHmmss'Z'}; parts of a second are cut. */
  static String format(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(BASIC_FORM.length());
    appendDay(text, time.toLocalDate());
    text.append('T');
    append2(text, time.getHour());
    append2(text, time.getMinute());
    append2(text, time.getSecond());
    return text.append('Z').toString();
  }

  static String formatDay(LocalDate day) {
    StringBuilder text = new StringBuilder(DAY_FORM.length());
    appendDay(text, day);
    return text.toString();
  }

  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), 86_400L));
  }

  static void appendPolicyForm(StringBuilder text, Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    append2(text, time.getYear() / 100);
    append2(text, time.getYear() % 100);
    append2(text.append('-'), time.getMonthValue());
    append2(text.append('-'), time.getDayOfMonth());
    append2(text.append('T'), time.getHour());
    append2(text.append(':'), time.getMinute());
    append2(text.append(':'), time.getSecond());
    int millis = time.getNano() / 1_000_000;
    text.append('.').append((char) ('0' + millis / 100));
    append2(text, millis % 100);
    text.append('Z');
  }

  static Optional<Instant> parse(String text) {
    return hasForm(text, BASIC_FORM)
        ? instant(text, new int[] {0, 4, 6, 9, 11, 13}, 0)
        : Optional.empty();
  }

  static Optional<LocalDate> parseDay(String text) {
    if (!hasForm(text, DAY_FORM)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(number(text, 0, 4), number(text, 4, 2), number(text, 6, 2)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  static Optional<Instant> parsePolicyForm(String text) {
    if (hasForm(text, POLICY_FORM)) {
      return instant(text, new int[] {0, 5, 8, 11, 14, 17}, 0);
    }
    if (hasForm(text, POLICY_FORM_MILLIS)) {
      return instant(text, new int[] {0, 5, 8, 11, 14, 17}, number(text, 20, 3) * 1_000_000);
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(String text, int[] at, int nano) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(text, at[0], 4),
                  number(text, at[1], 2),
                  number(text, at[2], 2),
                  number(text, at[3], 2),
                  number(text, at[4], 2),
                  number(text, at[5], 2),
                  nano)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static boolean hasForm(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      boolean fits = form.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == form.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static void appendDay(StringBuilder text, LocalDate day) {
    append2(text, day.getYear() / 100);
    append2(text, day.getYear() % 100);
    append2(text, day.getMonthValue());
    append2(text, day.getDayOfMonth());
  }

  private static void append2(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
