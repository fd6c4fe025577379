package dev.sallyport.media.rebuild;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Reads numbers and bytes from any place of content, through one small buffer, and keeps the time.
 *
 * <p>Everything that asks for more than there is ends with {@code TRUNCATED}. Names of methods say
 * how many bits are read; big-endian unless they end in {@code le}.
 */
public final class ContentCursor {
  private static final int BUFFER = 1 << 14;

  private final Content content;
  private final Pace pace;
  private final byte[] buffer = new byte[BUFFER];
  private long end;
  private long bufferAt;
  private int filled;
  private int next;

  /** Makes one at the beginning of content. */
  public ContentCursor(Content content, Pace pace) {
    this.content = content;
    this.pace = pace;
    end = content.size().bytes();
  }

  /** Makes another one at the beginning of the same content, with a buffer of its own. */
  public ContentCursor another() {
    ContentCursor other = new ContentCursor(content, pace);
    other.end = end;
    return other;
  }

  /** Returns the place of the next byte. */
  public long position() {
    return bufferAt + next;
  }

  /** Returns the place after the last byte. */
  public long end() {
    return end;
  }

  /** Returns how many bytes are left. */
  public long remaining() {
    return end - position();
  }

  /**
   * Makes the content end earlier.
   *
   * @param place from the present place to the present end
   */
  public void endAt(long place) {
    if (place < position() || place > end) {
      throw new IllegalArgumentException("not between here and the end");
    }
    end = place;
    filled = (int) Math.min(filled, end - bufferAt);
  }

  /** Goes to a place; one outside the content shows when something is read. */
  public ContentCursor seek(long place) {
    if (place >= bufferAt && place <= bufferAt + filled) {
      next = (int) (place - bufferAt);
    } else {
      bufferAt = place;
      filled = 0;
      next = 0;
    }
    return this;
  }

  /** Leaves out so many bytes, 0 or more. */
  public void skip(long count) throws UnfitContentException {
    UnfitContentException.refuseUnless(count >= 0 && count <= remaining(), ReasonCode.TRUNCATED);
    seek(position() + count);
  }

  /** Reads a byte. */
  public int u8() throws IOException {
    if (next == filled) {
      fill();
    }
    return buffer[next++] & 0xff;
  }

  /** Reads two bytes. */
  public int u16() throws IOException {
    return u8() << 8 | u8();
  }

  /** Reads three bytes. */
  public int u24() throws IOException {
    return u16() << 8 | u8();
  }

  /** Reads four bytes, as they are. */
  public int i32() throws IOException {
    return u16() << 16 | u16();
  }

  /** Reads four bytes. */
  public long u32() throws IOException {
    return Integer.toUnsignedLong(i32());
  }

  /** Reads eight bytes, as they are. */
  public long i64() throws IOException {
    return u32() << 32 | u32();
  }

  /** Reads two bytes, the lowest first. */
  public int u16le() throws IOException {
    return u8() | u8() << 8;
  }

  /** Reads four bytes, the lowest first. */
  public long u32le() throws IOException {
    return u16le() | (long) u16le() << 16;
  }

  /** Reads eight bytes, the lowest first, as they are. */
  public long i64le() throws IOException {
    return u32le() | u32le() << 32;
  }

  /** Reads exactly so many bytes into a new array; the caller bounds them. */
  public byte[] read(int length) throws IOException {
    UnfitContentException.refuseUnless(length <= remaining(), ReasonCode.TRUNCATED);
    byte[] bytes = new byte[length];
    read(bytes, 0, length);
    return bytes;
  }

  /** Reads exactly so many bytes. */
  public void read(byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int count = atHand(length - done);
      System.arraycopy(buffer, next, target, offset + done, count);
      next += count;
      done += count;
    }
  }

  /** Writes the next so many bytes to a sink. */
  public void copy(long count, OutputStream sink) throws IOException {
    for (long left = count; left > 0; ) {
      int piece = atHand(left);
      sink.write(buffer, next, piece);
      next += piece;
      left -= piece;
    }
  }

  /** Leaves out so many bytes and tells whether all of them were zero. */
  public boolean areZero(long count) throws IOException {
    int seen = 0;
    for (long left = count; left > 0; ) {
      int piece = atHand(left);
      for (int i = 0; i < piece; i++) {
        seen |= buffer[next + i];
      }
      next += piece;
      left -= piece;
    }
    return seen == 0;
  }

  private int atHand(long wanted) throws IOException {
    if (next == filled) {
      fill();
    }
    return (int) Math.min(wanted, filled - next);
  }

  private void fill() throws IOException {
    pace.worked(BUFFER);
    bufferAt += filled;
    next = 0;
    filled = 0;
    UnfitContentException.refuseUnless(bufferAt >= 0 && bufferAt < end, ReasonCode.TRUNCATED);
    filled = (int) Math.min(content.read(bufferAt, buffer), end - bufferAt);
    UnfitContentException.refuseUnless(filled > 0, ReasonCode.TRUNCATED);
  }
}
