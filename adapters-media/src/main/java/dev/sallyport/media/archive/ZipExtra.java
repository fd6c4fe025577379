package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * The extra fields of one header of a ZIP archive (APPNOTE, 4.5).
 *
 * @param wideAt where the 64-bit sizes begin, 0 when there are none
 * @param wideEnd where they end
 * @param isEncrypted whether a field belongs to an encryption
 * @param hasOthers whether there are fields that say something beside sizes
 */
record ZipExtra(long wideAt, long wideEnd, boolean isEncrypted, boolean hasOthers) {
  private static final int WIDE = 0x0001;
  private static final int STRONG_ENCRYPTION = 0x0017;
  private static final int AES = 0x9901;
  private static final int HEAD = 4;

  static ZipExtra read(ArchiveWindow in, long from, int length) throws IOException {
    long end = from + length;
    long wideAt = 0;
    long wideEnd = 0;
    boolean encrypted = false;
    boolean others = false;
    long at = from;
    while (at < end) {
      require(end - at >= HEAD);
      int id = in.u16(at);
      long next = at + HEAD + in.u16(at + 2);
      require(next <= end);
      if (id == WIDE) {
        require(wideAt == 0);
        wideAt = at + HEAD;
        wideEnd = next;
      }
      encrypted |= id == STRONG_ENCRYPTION || id == AES;
      others |= id != WIDE;
      at = next;
    }
    return new ZipExtra(wideAt, wideEnd, encrypted, others);
  }

  /** Reads the 64-bit number of this index. */
  long wide(ArchiveWindow in, int index) throws IOException {
    long at = wideAt + 8L * index;
    require(wideAt > 0 && wideEnd - at >= 8);
    return in.u64(at);
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
