package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an extended header says of the file after it (<a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>, Extended
 * Header).
 *
 * @param path its name, when it is said here
 * @param size its size, when it is said here
 * @param hasOthers whether anything else is said
 */
@SuppressWarnings("ArrayRecordComponent")
record PaxRecords(byte @Nullable [] path, OptionalLong size, boolean hasOthers) {
  /** Reads records, each its own length in decimal digits, a blank, key=value and a line's end. */
  static PaxRecords of(byte[] data) throws UnfitContentException {
    byte[] path = null;
    OptionalLong size = OptionalLong.empty();
    boolean others = false;
    int at = 0;
    while (at < data.length) {
      int blank = indexOf(data, ' ', at, data.length);
      long length = decimal(data, at, blank);
      require(length > blank - at + 1 && length <= data.length - at);
      int end = (int) (at + length) - 1;
      require(data[end] == '\n');
      int equals = indexOf(data, '=', blank + 1, end);
      String key = ArchiveText.decode(Arrays.copyOfRange(data, blank + 1, equals), true);
      if (key.startsWith("GNU.sparse.")) {
        throw new UnfitContentException(ReasonCode.UNSAFE_ENTRY);
      }
      switch (key) {
        case "path" -> {
          require(path == null);
          path = Arrays.copyOfRange(data, equals + 1, end);
        }
        case "size" -> {
          require(size.isEmpty());
          size = OptionalLong.of(decimal(data, equals + 1, end));
        }
        // Moments are as ordinary as they are in a plain header.
        case "mtime", "atime", "ctime" -> {}
        default -> others = true;
      }
      at = end + 1;
    }
    return new PaxRecords(path, size, others);
  }

  private static int indexOf(byte[] data, char wanted, int from, int to)
      throws UnfitContentException {
    for (int i = from; i < to; i++) {
      if (data[i] == wanted) {
        return i;
      }
    }
    throw new UnfitContentException(ReasonCode.MALFORMED);
  }

  private static long decimal(byte[] data, int from, int to) throws UnfitContentException {
    require(to > from && to - from <= 18);
    long value = 0;
    for (int i = from; i < to; i++) {
      require(data[i] >= '0' && data[i] <= '9');
      value = value * 10 + data[i] - '0';
    }
    return value;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
