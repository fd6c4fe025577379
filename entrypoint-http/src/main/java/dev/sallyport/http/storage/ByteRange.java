package dev.sallyport.http.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of an object (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110,
 * section 14</a>).
 *
 * @param first offset of the first byte
 * @param count how many bytes
 */
record ByteRange(long first, long count) {
  private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * Reads a Range header. Several ranges, and what is no range at all, count as none, as S3 has it.
   *
   * @param size of the object
   * @return a range outside the object has no bytes: it cannot be satisfied
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher range = SINGLE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long suffix = Math.min(Long.parseLong(range.group(2)), size);
      return Optional.of(new ByteRange(size - suffix, suffix));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    if (!range.group(2).isEmpty() && last < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, Math.min(last, size - 1) - first + 1)));
  }

  boolean isSatisfiable() {
    return count > 0;
  }

  String contentRange(long size) {
    return "bytes " + first + "-" + (first + count - 1) + "/" + size;
  }
}
