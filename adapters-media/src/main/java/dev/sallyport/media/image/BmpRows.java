package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/** The rows of a bitmap that is not stored as runs, fetched one by one from the upper on. */
final class BmpRows {
  private final BmpLayout layout;
  private final Content content;
  private final Pace pace;
  private final byte[] stored;

  BmpRows(BmpLayout layout, Content content, Pace pace) {
    this.layout = layout;
    this.content = content;
    this.pace = pace;
    stored = new byte[Math.toIntExact(layout.stride())];
  }

  /** Fetches row y, one byte a sample. */
  void read(int y, byte[] samples) throws IOException {
    pace.worked(stored.length);
    int at = layout.topDown() ? y : layout.height() - 1 - y;
    if (content.read(layout.data() + at * layout.stride(), stored) < stored.length) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    switch (layout.bits()) {
      case 1, 4, 8 -> unpack(samples);
      case 24 -> exchange(samples);
      default -> pick(samples);
    }
  }

  private void unpack(byte[] samples) throws UnfitContentException {
    int bits = layout.bits();
    int perByte = 8 / bits;
    int highest = 0;
    for (int x = 0; x < samples.length; x++) {
      int shift = 8 - bits * (x % perByte + 1);
      int index = (stored[x / perByte] & 0xff) >> shift & (1 << bits) - 1;
      highest = Math.max(highest, index);
      samples[x] = (byte) index;
    }
    if (highest >= layout.palette().length / 3) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }

  private void exchange(byte[] samples) {
    for (int i = 0; i < samples.length; i += 3) {
      samples[i] = stored[i + 2];
      samples[i + 1] = stored[i + 1];
      samples[i + 2] = stored[i];
    }
  }

  private void pick(byte[] samples) {
    BmpLayout.Channel[] channels = layout.channels();
    int width = layout.bits() / 8;
    int to = 0;
    for (int x = 0; x < layout.width(); x++) {
      int pixel = 0;
      for (int i = width - 1; i >= 0; i--) {
        pixel = pixel << 8 | (stored[x * width + i] & 0xff);
      }
      for (BmpLayout.Channel channel : channels) {
        samples[to++] = channel.of(pixel);
      }
    }
  }
}
