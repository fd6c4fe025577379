package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tape archive of files and folders to its last byte. Where two ways of saying a name or a
 * size disagree, readers would see different archives: {@code MALFORMED}. Links, devices, sparse
 * files and whatever else is no file are {@code UNSAFE_ENTRY}.
 */
final class TarReader {
  private static final int BLOCK = TarHeader.BLOCK;

  /** Most bytes of an extended header or a long name. */
  private static final long LONGEST_EXTENSION = 1 << 16;

  /** Sizes from 8 GiB do not fit the plain header, whatever it then says. */
  private static final long LARGEST_PLAIN = 0x1_ffff_ffffL;

  private final ArchiveWindow in;
  private final DeflatedData data;
  private final Pace pace;
  private long position;
  private byte @Nullable [] longName;
  private @Nullable PaxRecords pax;
  private boolean metadata;

  TarReader(Content content, Pace pace, DeflatedData data) {
    this.in = new ArchiveWindow(content, pace);
    this.pace = pace;
    this.data = data;
  }

  /**
   * A file or folder.
   *
   * @param name decoded
   * @param size bytes of data
   * @param isFolder whether it is a folder
   * @param hasMetadata whether the archive says more of it than its name and bytes
   */
  record Entry(String name, long size, boolean isFolder, boolean hasMetadata) {}

  /** Returns the next file or folder, or nothing at the end of the archive. */
  @Nullable Entry next() throws IOException {
    while (true) {
      pace.worked(BLOCK);
      byte[] block = in.bytes(position, BLOCK);
      position += BLOCK;
      if (TarHeader.isZero(block)) {
        end();
        return null;
      }
      TarHeader header = TarHeader.of(block);
      switch (header.kind()) {
        case '0', '\0', '5' -> {
          return entry(header);
        }
        case 'x' -> {
          require(pax == null && longName == null);
          pax = PaxRecords.of(extension(header));
        }
        case 'g' -> {
          PaxRecords global = PaxRecords.of(extension(header));
          require(pax == null && longName == null);
          require(global.path() == null && global.size().isEmpty());
          metadata |= global.hasOthers();
        }
        case 'L' -> {
          require(pax == null && longName == null);
          longName = withoutZero(extension(header));
        }
        default -> throw new UnfitContentException(ReasonCode.UNSAFE_ENTRY);
      }
    }
  }

  private Entry entry(TarHeader header) throws UnfitContentException {
    byte[] raw = header.rawName();
    long size = header.size();
    boolean more = header.hasOwner() || metadata;
    PaxRecords records = pax;
    if (records != null) {
      byte[] path = records.path();
      raw = path == null ? raw : path;
      long said = records.size().orElse(size);
      require(said == size || said > LARGEST_PLAIN);
      size = said;
      more |= records.hasOthers();
    }
    byte[] name = longName;
    raw = name == null ? raw : name;
    boolean slash = raw.length > 0 && raw[raw.length - 1] == '/';
    boolean folder = header.kind() == '5';
    // Before there were folders of their own kind, a slash at the end made one.
    boolean old = header.kind() == '\0' && slash;
    require(folder || old || !slash);
    require(size == 0 || !(folder || old));
    pax = null;
    longName = null;
    metadata = false;
    return new Entry(ArchiveText.decode(raw, records != null), size, folder || old, more);
  }

  private byte[] extension(TarHeader header) throws IOException {
    require(header.size() <= LONGEST_EXTENSION);
    byte[] bytes = in.bytes(position, (int) header.size());
    position += header.size();
    pad();
    return bytes;
  }

  private static byte[] withoutZero(byte[] text) throws UnfitContentException {
    require(text.length > 0);
    int length = text.length - (text[text.length - 1] == 0 ? 1 : 0);
    return Arrays.copyOf(text, length);
  }

  /** Copies the data of the file that was just returned. */
  void unpack(Entry entry, OutputStream sink) throws IOException {
    if (entry.size() > in.end() - position) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    data.copy(position, position + entry.size(), sink);
    position += entry.size();
    pad();
  }

  /** Skips what fills the last block, which must be zeros: there would be room for a secret. */
  private void pad() throws IOException {
    int count = (int) (-position & (BLOCK - 1));
    require(TarHeader.isZero(in.bytes(position, count)));
    position += count;
  }

  private void end() throws IOException {
    require(pax == null && longName == null);
    require(TarHeader.isZero(in.bytes(position, BLOCK)));
    while (position < in.end()) {
      int count = (int) Math.min(BLOCK, in.end() - position);
      if (!TarHeader.isZero(in.bytes(position, count))) {
        throw new UnfitContentException(ReasonCode.TRAILING_DATA);
      }
      position += count;
    }
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
