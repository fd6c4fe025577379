package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.archive.DeflatedData.Unpacked;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Reads a ZIP archive in which each byte has one meaning: members stand one after the other from
 * the first byte to the directory, in its order, and say what the directory says, so that every
 * other reader sees the same archive, whether it begins at the front or at the end.
 */
final class ZipReader {
  private static final long LOCAL = 0x04034b50L;
  private static final int LOCAL_FIXED = 30;
  private static final long DESCRIPTOR = 0x08074b50L;

  private final ArchiveWindow directory;
  private final ArchiveWindow local;
  private final ZipDirectory place;
  private final DeflatedData data;
  private long position;

  ZipReader(Content content, Pace pace, DeflatedData data) throws IOException {
    this.directory = new ArchiveWindow(content, pace);
    this.local = new ArchiveWindow(content, pace);
    this.data = data;
    this.place = ZipDirectory.find(directory);
  }

  /** Does something with one header and what goes with it. */
  @FunctionalInterface
  interface Visitor {
    void visit(ZipEntryHeader header) throws IOException;
  }

  boolean hasComment() {
    return place.hasComment();
  }

  /** Visits every header of the directory; may be done again. */
  void headers(Visitor visitor) throws IOException {
    long at = place.start();
    for (long n = 0; n < place.count(); n++) {
      ZipEntryHeader header = ZipEntryHeader.read(directory, at, place.end());
      visitor.visit(header);
      at = header.next();
    }
    require(at == place.end());
  }

  /**
   * Reads one member; to be done for all, in the order of the directory.
   *
   * @return whether its local header has extra fields
   */
  boolean open(ZipEntryHeader header) throws IOException {
    refuseUnless(header.offset() == position);
    require(place.start() - position >= LOCAL_FIXED && local.u32(position) == LOCAL);
    int nameLength = local.u16(position + 26);
    int extraLength = local.u16(position + 28);
    long name = position + LOCAL_FIXED;
    require(header.isSameName(local.bytes(name, nameLength)));
    require(local.u16(position + 6) == header.flags());
    require(local.u16(position + 8) == header.method());
    ZipExtra extra = ZipExtra.read(local, name + nameLength, extraLength);
    if (extra.isEncrypted()) {
      throw new UnfitContentException(ReasonCode.ENCRYPTED);
    }
    agree(header, extra);
    position = name + nameLength + extraLength;
    require(position <= place.start() && header.packed() <= place.start() - position);
    return extra.hasOthers();
  }

  private void agree(ZipEntryHeader header, ZipExtra extra) throws IOException {
    long crc = local.u32(position + 14);
    long packed = local.u32(position + 18);
    long size = local.u32(position + 22);
    if (extra.wideAt() > 0 && size == ZipEntryHeader.UNSAID) {
      size = extra.wide(local, 0);
      packed = packed == ZipEntryHeader.UNSAID ? extra.wide(local, 1) : packed;
    }
    boolean later = header.hasDescriptor();
    require(crc == header.crc() || (later && crc == 0));
    require(size == header.size() || (later && isUnsaid(size)));
    require(packed == header.packed() || (later && isUnsaid(packed)));
  }

  private static boolean isUnsaid(long size) {
    return size == 0 || size == ZipEntryHeader.UNSAID;
  }

  /** Unpacks the member that was opened, to its last byte. */
  void unpack(ZipEntryHeader header, OutputStream sink) throws IOException {
    long end = position + header.packed();
    Unpacked unpacked =
        header.method() == ZipEntryHeader.STORED
            ? data.copy(position, end, sink)
            : data.inflate(position, end, header.size(), sink);
    require(unpacked.end() == end);
    require(unpacked.size() == header.size() && unpacked.crc() == header.crc());
    position = end;
    if (header.hasDescriptor()) {
      descriptor(header);
    }
  }

  /**
   * Skips what repeats checksum and sizes behind the data: with or without a name, 32 or 64 bit.
   */
  private void descriptor(ZipEntryHeader header) throws IOException {
    for (int form = 0; form < 4; form++) {
      int mark = (form & 1) == 0 ? 4 : 0;
      int width = (form & 2) == 0 ? 4 : 8;
      long end = position + mark + 4 + 2L * width;
      if (end <= place.start() && isAtBoundary(end) && repeats(header, mark, width)) {
        position = end;
        return;
      }
    }
    throw new UnfitContentException(ReasonCode.MALFORMED);
  }

  private boolean isAtBoundary(long at) throws IOException {
    return at == place.start() || (place.start() - at >= LOCAL_FIXED && local.u32(at) == LOCAL);
  }

  private boolean repeats(ZipEntryHeader header, int mark, int width) throws IOException {
    long at = position + mark;
    return (mark == 0 || local.u32(position) == DESCRIPTOR)
        && local.u32(at) == header.crc()
        && number(at + 4, width) == header.packed()
        && number(at + 4 + width, width) == header.size();
  }

  private long number(long at, int width) throws IOException {
    return width == 4 ? local.u32(at) : local.u64(at);
  }

  /** To be called after the last member: makes sure that nothing stands before the directory. */
  void finish() throws UnfitContentException {
    refuseUnless(position == place.start());
  }

  private void refuseUnless(boolean reached) throws UnfitContentException {
    if (!reached) {
      // Before the first member there is room for a whole file of another type.
      throw new UnfitContentException(
          position == 0 ? ReasonCode.AMBIGUOUS_TYPE : ReasonCode.MALFORMED);
    }
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
