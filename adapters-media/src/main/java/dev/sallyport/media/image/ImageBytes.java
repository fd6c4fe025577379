package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * Reads numbers (big-endian unless named otherwise) and bytes from content, one after the other,
 * through a small buffer.
 *
 * <p>Everything that asks for more than there is ends with {@code TRUNCATED}.
 */
final class ImageBytes {
  private final Content content;
  private final Pace pace;
  private final long size;
  private final byte[] buffer = new byte[1 << 13];
  private long bufferAt;
  private int filled;
  private int next;

  ImageBytes(Content content, Pace pace) {
    this.content = content;
    this.pace = pace;
    size = content.size().bytes();
  }

  /** Returns the place of the next byte. */
  long position() {
    return bufferAt + next;
  }

  /** Returns how many bytes are left. */
  long remaining() {
    return size - position();
  }

  int u8() throws IOException {
    if (next == filled) {
      fill();
    }
    return buffer[next++] & 0xff;
  }

  int u16() throws IOException {
    return u8() << 8 | u8();
  }

  int i32() throws IOException {
    return u16() << 16 | u16();
  }

  /** Reads two bytes, the low one first. */
  int u16Little() throws IOException {
    return u8() | u8() << 8;
  }

  /** Reads four bytes, the low one first. */
  int i32Little() throws IOException {
    return u16Little() | u16Little() << 16;
  }

  /** Reads four bytes, the low one first, as a number that is never negative. */
  long u32Little() throws IOException {
    return Integer.toUnsignedLong(i32Little());
  }

  /** Reads exactly so many bytes. */
  void read(byte[] target, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (next == filled) {
        fill();
      }
      int count = Math.min(length - done, filled - next);
      System.arraycopy(buffer, next, target, offset + done, count);
      next += count;
      done += count;
    }
  }

  /** Reads exactly so many bytes into a new array; the caller bounds them. */
  byte[] read(int length) throws IOException {
    if (length > remaining()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    byte[] bytes = new byte[length];
    read(bytes, 0, length);
    return bytes;
  }

  /** Leaves out so many bytes. */
  void skip(long count) throws IOException {
    if (count > remaining()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    seek(position() + count);
  }

  /** Goes to a place within the content. */
  void seek(long position) {
    if (position >= bufferAt && position <= bufferAt + filled) {
      next = (int) (position - bufferAt);
    } else {
      bufferAt = position;
      filled = 0;
      next = 0;
    }
  }

  private void fill() throws IOException {
    pace.worked(buffer.length);
    bufferAt += filled;
    next = 0;
    filled = content.read(bufferAt, buffer);
    if (filled == 0) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
  }
}
