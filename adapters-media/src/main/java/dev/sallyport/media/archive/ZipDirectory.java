package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * Where the central directory of a ZIP archive is, as the record at its very end says (<a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>, 4.3.14 to
 * 4.3.16).
 *
 * @param start where the first header of the directory stands, right after the last member
 * @param end where the directory ends, right before the end records
 * @param count how many headers it declares
 * @param hasComment whether the archive has a comment
 */
record ZipDirectory(long start, long end, long count, boolean hasComment) {
  private static final int END_SIZE = 22;
  private static final long LOCATOR = 0x07064b50L;
  private static final int LOCATOR_SIZE = 20;
  private static final long WIDE_RECORD = 0x06064b50L;
  private static final int WIDE_SIZE = 56;
  private static final long UNSAID = 0xffffffffL;
  private static final int UNSAID_SHORT = 0xffff;

  /** Finds the directory of an archive that ends with it. */
  static ZipDirectory find(ArchiveWindow in) throws IOException {
    long record = endRecord(in);
    boolean comment = in.u16(record + 20) > 0;
    if (record >= LOCATOR_SIZE && in.u32(record - LOCATOR_SIZE) == LOCATOR) {
      return wide(in, record, comment);
    }
    require(in.u16(record + 4) == 0 && in.u16(record + 6) == 0);
    long count = in.u16(record + 10);
    require(in.u16(record + 8) == count);
    return of(in.u32(record + 16), in.u32(record + 12), record, count, comment);
  }

  /** Looks for the record from the end, because a comment of up to 64 KiB may follow it. */
  private static long endRecord(ArchiveWindow in) throws IOException {
    int length = (int) Math.min(in.end(), END_SIZE + 0xffff);
    byte[] tail = in.bytes(in.end() - length, length);
    boolean early = false;
    for (int at = length - END_SIZE; at >= 0; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        int end = at + END_SIZE + (tail[at + 20] & 0xff) + ((tail[at + 21] & 0xff) << 8);
        if (end == length) {
          return in.end() - length + at;
        }
        early |= end < length;
      }
    }
    throw new UnfitContentException(early ? ReasonCode.TRAILING_DATA : ReasonCode.TRUNCATED);
  }

  private static ZipDirectory wide(ArchiveWindow in, long record, boolean comment)
      throws IOException {
    long locator = record - LOCATOR_SIZE;
    long at = locator - WIDE_SIZE;
    require(at >= 0 && in.u64(locator + 8) == at && in.u32(at) == WIDE_RECORD);
    require(in.u32(locator + 4) == 0 && in.u32(locator + 16) <= 1);
    // A longer record would hold an encrypted directory's particulars, or nothing known.
    require(in.u64(at + 4) == WIDE_SIZE - 12);
    require(in.u32(at + 16) == 0 && in.u32(at + 20) == 0);
    long count = in.u64(at + 32);
    long size = in.u64(at + 40);
    long start = in.u64(at + 48);
    require(in.u64(at + 24) == count);
    agree(in.u16(record + 4), 0, UNSAID_SHORT);
    agree(in.u16(record + 6), 0, UNSAID_SHORT);
    agree(in.u16(record + 8), count, UNSAID_SHORT);
    agree(in.u16(record + 10), count, UNSAID_SHORT);
    agree(in.u32(record + 12), size, UNSAID);
    agree(in.u32(record + 16), start, UNSAID);
    return of(start, size, at, count, comment);
  }

  private static ZipDirectory of(long start, long size, long end, long count, boolean comment)
      throws UnfitContentException {
    if (start > end || size > end || start + size > end) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    if (start + size < end) {
      // Offsets that fall short by the length of what somebody has put before the archive.
      throw new UnfitContentException(ReasonCode.AMBIGUOUS_TYPE);
    }
    return new ZipDirectory(start, end, count, comment);
  }

  private static void agree(long said, long meant, long unsaid) throws UnfitContentException {
    require(said == meant || said == unsaid);
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
