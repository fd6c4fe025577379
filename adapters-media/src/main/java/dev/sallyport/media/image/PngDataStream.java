package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.media.rebuild.Pace;
import java.io.IOException;

/** The data of a run of IDAT chunks, whose structure has been proven, as one stream of pieces. */
final class PngDataStream {
  private final ImageBytes bytes;
  private int left;
  private boolean ended;

  PngDataStream(Content content, long firstData, Pace pace) throws IOException {
    bytes = new ImageBytes(content, pace);
    bytes.seek(firstData);
    left = bytes.i32();
    bytes.skip(4);
  }

  /**
   * Reads the next bytes.
   *
   * @return how many, at least 1; 0 at the end
   */
  int next(byte[] target) throws IOException {
    int filled = 0;
    while (filled < target.length && !ended) {
      int count = Math.min(left, target.length - filled);
      bytes.read(target, filled, count);
      filled += count;
      left -= count;
      if (left == 0) {
        openNext();
      }
    }
    return filled;
  }

  private void openNext() throws IOException {
    bytes.skip(4);
    left = bytes.i32();
    ended = bytes.i32() != PngWalker.IDAT;
  }
}
