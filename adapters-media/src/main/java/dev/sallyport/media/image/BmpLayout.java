package dev.sallyport.media.image;

/**
 * Where a bitmap's pixels are and what it takes to understand them.
 *
 * @param width in pixels
 * @param height in pixels
 * @param topDown whether the first stored row is the upper one
 * @param bits of a pixel: 1, 4, 8, 16, 24 or 32
 * @param runs whether the pixels are stored as runs, which they can be with 4 or 8 bits
 * @param palette three bytes an entry, red first; empty beyond 8 bits
 * @param channels where red, green, blue and perhaps alpha are; empty up to 8 bits
 * @param data where the pixels begin
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; made and read once, in one thread.
record BmpLayout(
    int width,
    int height,
    boolean topDown,
    int bits,
    boolean runs,
    byte[] palette,
    Channel[] channels,
    long data) {

  /**
   * Bits of a pixel that belong together.
   *
   * @param shift how many lower bits there are
   * @param size how many bits it has, 0 for none
   */
  record Channel(int shift, int size) {
    /** Returns the channel's value in a pixel, 0 to 255. */
    byte of(int pixel) {
      int value = (int) ((Integer.toUnsignedLong(pixel) >>> shift) & ((1L << size) - 1));
      if (size >= 8) {
        return (byte) (value >>> (size - 8));
      }
      int max = (1 << size) - 1;
      return (byte) (max == 0 ? 0 : (value * 255 + max / 2) / max);
    }
  }

  /** Returns the bytes of a stored row, whole words of four. */
  long stride() {
    return ((long) width * bits + 31) / 32 * 4;
  }

  /** Returns the header of the rebuilt image. */
  PngHeader target() {
    if (bits <= 8) {
      return new PngHeader(width, height, bits, PngHeader.PALETTE, false);
    }
    int type = channels.length == 4 ? PngHeader.RGB_ALPHA : PngHeader.RGB;
    return new PngHeader(width, height, 8, type, false);
  }

  /** Returns the most bytes of memory that the rebuild needs. */
  long weight() {
    return (runs ? (long) width * height : 0) + 40L * width + (1 << 20);
  }
}
