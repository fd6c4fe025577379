package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads little-endian numbers and short pieces from any place of content, through one small buffer.
 *
 * <p>What would reach past the end of the content is {@code TRUNCATED}.
 */
final class ArchiveWindow {
  private static final int SIZE = 1 << 13;
  private static final int LONGEST_PIECE = 1 << 17;

  private final Content content;
  private final Pace pace;
  private final long end;
  private byte[] buffer = new byte[0];
  private long start;
  private int filled;

  ArchiveWindow(Content content, Pace pace) {
    this.content = content;
    this.pace = pace;
    this.end = content.size().bytes();
  }

  long end() {
    return end;
  }

  int u8(long position) throws IOException {
    int at = at(position, 1);
    return buffer[at] & 0xff;
  }

  int u16(long position) throws IOException {
    int at = at(position, 2);
    return (buffer[at] & 0xff) | (buffer[at + 1] & 0xff) << 8;
  }

  long u32(long position) throws IOException {
    return u16(position) | (long) u16(position + 2) << 16;
  }

  /** Reads an unsigned number; one over 2^63 is more than anything that can be meant. */
  long u64(long position) throws IOException {
    long value = u32(position) | u32(position + 4) << 32;
    if (value < 0) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return value;
  }

  /** Reads a piece of which a format says that it is short. */
  byte[] bytes(long position, int length) throws IOException {
    if (length > LONGEST_PIECE) {
      throw new IllegalArgumentException("pieces are short");
    }
    require(position, length);
    if (length <= SIZE) {
      int at = at(position, length);
      return Arrays.copyOfRange(buffer, at, at + length);
    }
    byte[] piece = new byte[length];
    pace.worked(length);
    if (content.read(position, piece) < length) {
      throw new IOException("content ended before its size");
    }
    return piece;
  }

  /** Makes sure that the buffer holds so many bytes from there; returns where in it. */
  private int at(long position, int length) throws IOException {
    require(position, length);
    if (position < start || position + length > start + filled) {
      if (buffer.length == 0) {
        buffer = new byte[(int) Math.min(SIZE, end)];
      }
      start = position;
      filled = 0;
      filled = content.read(position, buffer);
      pace.worked(filled);
      if (filled < length) {
        throw new IOException("content ended before its size");
      }
    }
    return (int) (position - start);
  }

  private void require(long position, int length) throws UnfitContentException {
    if (position < 0 || position > end || length > end - position) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
  }
}
