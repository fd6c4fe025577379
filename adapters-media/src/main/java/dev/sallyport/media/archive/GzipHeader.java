package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * What stands before the data of a gzip member (<a
 * href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3">RFC 1952, section 2.3</a>).
 *
 * @param end where the data begins
 * @param hasMetadata whether there is a name, a comment or an extra field
 */
record GzipHeader(long end, boolean hasMetadata) {
  private static final int MAGIC = 0x8b1f;
  private static final int FIXED = 10;
  private static final int DEFLATE = 8;
  private static final int CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  /** Longest name and longest comment; no system has longer names. */
  private static final int LONGEST_TEXT = 1 << 15;

  static boolean isAt(ArchiveWindow in, long at) throws IOException {
    return in.end() - at >= 2 && in.u16(at) == MAGIC;
  }

  static GzipHeader read(ArchiveWindow in, long from) throws IOException {
    int flags = in.u8(from + 3);
    require(in.u16(from) == MAGIC && in.u8(from + 2) == DEFLATE && (flags & RESERVED) == 0);
    long at = from + FIXED;
    if ((flags & EXTRA) != 0) {
      at += 2 + in.u16(at);
    }
    if ((flags & NAME) != 0) {
      at = afterText(in, at);
    }
    if ((flags & COMMENT) != 0) {
      at = afterText(in, at);
    }
    if ((flags & CHECKSUM) != 0) {
      require(in.u16(at) == checksum(in, from, at));
      at += 2;
    }
    return new GzipHeader(at, (flags & (EXTRA | NAME | COMMENT)) != 0);
  }

  private static long afterText(ArchiveWindow in, long from) throws IOException {
    long at = from;
    while (in.u8(at) != 0) {
      at++;
      require(at - from <= LONGEST_TEXT);
    }
    return at + 1;
  }

  private static int checksum(ArchiveWindow in, long from, long to) throws IOException {
    CRC32 crc = new CRC32();
    for (long at = from; at < to; at++) {
      crc.update(in.u8(at));
    }
    return (int) crc.getValue() & 0xffff;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
