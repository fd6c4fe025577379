package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;

/**
 * Turns cyan, magenta, yellow and black into blue, green and red by the simple formula that
 * browsers use without a profile: what each ink and black leave of the light.
 */
final class JpegInks {
  private static final int ROW = 1 << 13;

  private JpegInks() {}

  /**
   * Turns pixels of four bytes into pixels of three from the start of the same array.
   *
   * @param samples inks, or luma and chroma of inverted inks and black, as the layout says
   */
  static void toBgr(byte[] samples, JpegLayout layout, Pace pace) {
    int flip = layout.inverted() ? 0 : 0xff;
    int pixels = layout.width() * layout.height();
    for (int i = 0; i < pixels; i++) {
      if (i % ROW == 0) {
        pace.worked(4 * ROW);
      }
      int from = 4 * i;
      int first = samples[from] & 0xff;
      int second = samples[from + 1] & 0xff;
      int third = samples[from + 2] & 0xff;
      int black = (samples[from + 3] & 0xff) ^ flip;
      if (!layout.rgb()) {
        // Luma and chroma always stand for light, whose complement the inks are.
        double red = first + 1.402 * (third - 128);
        double green = first - 0.344136 * (second - 128) - 0.714136 * (third - 128);
        double blue = first + 1.772 * (second - 128);
        first = 0xff - Math.clamp(Math.round(red), 0, 255);
        second = 0xff - Math.clamp(Math.round(green), 0, 255);
        third = 0xff - Math.clamp(Math.round(blue), 0, 255);
      }
      samples[3 * i] = light(third ^ flip, black);
      samples[3 * i + 1] = light(second ^ flip, black);
      samples[3 * i + 2] = light(first ^ flip, black);
    }
  }

  private static byte light(int ink, int black) {
    return (byte) ((ink * black + 127) / 255);
  }
}
