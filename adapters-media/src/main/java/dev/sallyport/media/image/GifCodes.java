package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.media.rebuild.Pace;
import java.io.IOException;

/**
 * The codes in the data blocks of a GIF's frame, whose structure has been proven: 2 to 12 bits
 * each, low bits first.
 */
final class GifCodes {
  private final ImageBytes bytes;
  private int left;
  private int bits;
  private int held;

  GifCodes(Content content, long data, Pace pace) throws IOException {
    bytes = new ImageBytes(content, pace);
    bytes.seek(data);
    left = bytes.u8();
  }

  /** Returns the next code of so many bits, -1 when so many are not left. */
  int next(int size) throws IOException {
    while (held < size) {
      if (ended()) {
        return -1;
      }
      bits |= bytes.u8() << held;
      held += 8;
      if (--left == 0) {
        left = bytes.u8();
      }
    }
    int code = bits & (1 << size) - 1;
    bits >>>= size;
    held -= size;
    return code;
  }

  /** Tells whether no byte is left after those that codes were taken from. */
  boolean ended() {
    return left == 0;
  }
}
