package dev.sallyport.aws.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Instants as text that sorts as they do and that people can read: UTC, always nine decimals.
 *
 * <p>{@link Instant#toString} will not do: it leaves out what is zero, and {@code 12:00:00Z} sorts
 * after {@code 12:00:00.1Z}.
 */
final class SortableTime {
  /** How long every text is. */
  static final int LENGTH = "0000-00-00T00:00:00.000000000Z".length();

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private SortableTime() {}

  static String write(Instant at) {
    String text = FORM.format(at);
    if (text.length() != LENGTH) {
      throw new IllegalArgumentException("only years of four digits");
    }
    return text;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DateTimeException for any other text
   */
  static Instant read(String text) {
    Instant at = Instant.parse(text);
    if (!write(at).equals(text)) {
      throw new DateTimeException("not written here");
    }
    return at;
  }
}
