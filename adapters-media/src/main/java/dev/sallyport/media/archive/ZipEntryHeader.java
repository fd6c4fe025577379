package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.Arrays;

/**
 * One header of the central directory of a ZIP archive (APPNOTE, 4.3.12).
 *
 * @param flags the general purpose bits
 * @param method how the data is packed
 * @param crc CRC-32 of the unpacked data
 * @param packed bytes of packed data
 * @param size bytes of unpacked data
 * @param rawName the name, not yet decoded
 * @param attributes what the writer's system says of the file
 * @param offset where the local header stands
 * @param next where the next header stands
 * @param hasMetadata whether there are extra fields or a comment
 */
record ZipEntryHeader(
    int flags,
    int method,
    long crc,
    long packed,
    long size,
    @SuppressWarnings("ArrayRecordComponent") byte[] rawName,
    long attributes,
    long offset,
    long next,
    boolean hasMetadata) {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final long UNSAID = 0xffffffffL;

  private static final long SIGNATURE = 0x02014b50L;
  private static final int FIXED = 46;
  private static final int METHOD_OF_AES = 99;

  /** Bits 0, 6 and 13: encrypted, strongly encrypted, masked headers. */
  private static final int ENCRYPTION = 1 | 1 << 6 | 1 << 13;

  private static final int DESCRIPTOR = 1 << 3;
  private static final int PATCH = 1 << 5;
  private static final int UTF_8 = 1 << 11;
  private static final int DOS_FOLDER = 1 << 4;
  private static final int KIND = 0xf000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;

  static ZipEntryHeader read(ArchiveWindow in, long at, long end) throws IOException {
    require(end - at >= FIXED && in.u32(at) == SIGNATURE);
    int nameLength = in.u16(at + 28);
    int extraLength = in.u16(at + 30);
    int commentLength = in.u16(at + 32);
    long next = at + FIXED + nameLength + extraLength + commentLength;
    require(next <= end);
    ZipExtra extra = ZipExtra.read(in, at + FIXED + nameLength, extraLength);
    int flags = in.u16(at + 8);
    int method = in.u16(at + 10);
    refuse((flags & ENCRYPTION) != 0, ReasonCode.ENCRYPTED);
    refuse(method == METHOD_OF_AES || extra.isEncrypted(), ReasonCode.ENCRYPTED);
    refuse((flags & PATCH) != 0, ReasonCode.UNSUPPORTED_TYPE);
    refuse(method != STORED && method != DEFLATED, ReasonCode.UNSUPPORTED_TYPE);
    int wide = 0;
    long size = in.u32(at + 24);
    size = size == UNSAID ? extra.wide(in, wide++) : size;
    long packed = in.u32(at + 20);
    packed = packed == UNSAID ? extra.wide(in, wide++) : packed;
    long offset = in.u32(at + 42);
    offset = offset == UNSAID ? extra.wide(in, wide) : offset;
    int disk = in.u16(at + 34);
    require(disk == 0 && (method != STORED || size == packed));
    return new ZipEntryHeader(
        flags,
        method,
        in.u32(at + 16),
        packed,
        size,
        in.bytes(at + FIXED, nameLength),
        in.u32(at + 38),
        offset,
        next,
        extra.hasOthers() || commentLength > 0);
  }

  boolean hasDescriptor() {
    return (flags & DESCRIPTOR) != 0;
  }

  boolean isSameName(byte[] other) {
    return Arrays.equals(rawName, other);
  }

  String name() throws UnfitContentException {
    return ArchiveText.decode(rawName, (flags & UTF_8) != 0);
  }

  /**
   * Tells whether this is a folder, which has no data.
   *
   * @throws UnfitContentException {@code UNSAFE_ENTRY} when it is neither that nor a file
   */
  boolean isFolder() throws UnfitContentException {
    // Writers on other systems than Unix leave these bits zero, so all can be looked at alike.
    int kind = (int) (attributes >>> 16) & KIND;
    refuse(kind != 0 && kind != REGULAR && kind != FOLDER, ReasonCode.UNSAFE_ENTRY);
    boolean slash = rawName.length > 0 && rawName[rawName.length - 1] == '/';
    boolean folder = slash || kind == FOLDER || (attributes & DOS_FOLDER) != 0;
    refuse(folder && (size > 0 || kind == REGULAR), ReasonCode.UNSAFE_ENTRY);
    return folder;
  }

  private static void require(boolean holds) throws UnfitContentException {
    refuse(!holds, ReasonCode.MALFORMED);
  }

  private static void refuse(boolean wrong, ReasonCode reason) throws UnfitContentException {
    if (wrong) {
      throw new UnfitContentException(reason);
    }
  }
}
