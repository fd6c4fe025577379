package dev.sallyport.media.text;

import java.io.IOException;
import java.io.InputStream;

/** Text in UTF-8 out of another encoding, 16 KiB at a time. */
final class TranscodedStream extends InputStream {
  private static final int PIECE = 1 << 14;

  /** Most bytes of UTF-8 that one byte of another encoding becomes. */
  private static final int GROWTH = 3;

  private final InputStream in;
  private final CodePoints source;
  private final byte[] piece = new byte[PIECE];
  private final byte[] text = new byte[GROWTH * PIECE + 4];
  private int at;
  private int end;

  /** Finds characters in bytes that come in pieces. */
  interface CodePoints {
    /** Between two characters, where one needs more bytes. */
    int NONE = -1;

    /** Takes a byte; returns the code point that it ends, or {@link #NONE}. */
    int push(byte b) throws IOException;

    /** Takes the end. */
    void finish() throws IOException;
  }

  TranscodedStream(InputStream in, CodePoints source) {
    this.in = in;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return fill() ? text[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(text, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == end) {
      int count = in.read(piece);
      if (count < 0) {
        source.finish();
        return false;
      }
      at = 0;
      end = 0;
      for (int i = 0; i < count; i++) {
        int codePoint = source.push(piece[i]);
        if (codePoint != CodePoints.NONE) {
          end = Utf8.write(codePoint, text, end);
        }
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
