package dev.sallyport.domain.migration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names a migration: the second in which it was written, in UTC, then words, such as {@code
 * 20261121094500_add_bio}. Ids sort by that second; that orders migrations that wait together and
 * says nothing about which have run.
 *
 * @param value {@code yyyyMMddHHmmss}, an underscore, and a name of 1 to 64 lower-case letters,
 *     digits and underscores that begins with a letter
 */
public record MigrationId(String value) implements Comparable<MigrationId> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int DIGITS = 14;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Rejects a time that no clock shows and a name of another form. */
  public MigrationId {
    if (value.length() < DIGITS + 2
        || value.charAt(DIGITS) != '_'
        || !NAME.matcher(value.substring(DIGITS + 1)).matches()) {
      throw new IllegalArgumentException("not <yyyyMMddHHmmss>_<name>");
    }
    try {
      LocalDateTime.parse(value.substring(0, DIGITS), SECOND);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time as yyyyMMddHHmmss", e);
    }
  }

  /**
   * Names a migration that is written now.
   *
   * @throws IllegalArgumentException when the name is of another form
   */
  public static MigrationId of(Instant now, String name) {
    return new MigrationId(SECOND.format(now.atOffset(ZoneOffset.UTC)) + '_' + name);
  }

  @Override
  public int compareTo(MigrationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
