package dev.sallyport.media.image;

/**
 * Where the first frame of a GIF is and what it takes to show it; everything else in the file has
 * been counted and forgotten.
 *
 * @param width of the logical screen
 * @param height of the logical screen
 * @param frame the first frame, which lies within the screen
 */
record GifLayout(int width, int height, Frame frame) {
  private static final int MAX_ENTRIES = 256;

  /**
   * One frame.
   *
   * @param left distance from the left of the screen
   * @param top distance from the top of the screen
   * @param palette three bytes an entry, 2 to 256 entries
   * @param transparent the index that shows nothing, -1 for none
   * @param codeBits bits of a pixel in the compressed data, 1 to 8
   * @param data where the first block of compressed data begins, its length included
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; made and read once, in one thread.
  record Frame(
      int left,
      int top,
      int width,
      int height,
      boolean interlaced,
      byte[] palette,
      int transparent,
      int codeBits,
      long data) {
    int entries() {
      return palette.length / 3;
    }
  }

  private boolean covered() {
    return frame.width() == width && frame.height() == height;
  }

  /**
   * Returns the index that shows nothing in the rebuilt image, -1 when there is none: the frame's
   * own, or the first free one where some of the screen is not covered.
   */
  int clearIndex() {
    if (frame.transparent() >= 0 && frame.transparent() < frame.entries()) {
      return frame.transparent();
    }
    return covered() || frame.entries() == MAX_ENTRIES ? -1 : frame.entries();
  }

  /** Tells whether a palette can say it all, or an alpha channel is needed beside 256 colours. */
  boolean indexed() {
    return covered() || clearIndex() >= 0;
  }

  /** Returns the header of the rebuilt image. */
  PngHeader target() {
    if (!indexed()) {
      return new PngHeader(width, height, 8, PngHeader.RGB_ALPHA, false);
    }
    int highest = Math.max(frame.entries() - 1, clearIndex());
    int depth = highest < 2 ? 1 : highest < 4 ? 2 : highest < 16 ? 4 : 8;
    return new PngHeader(width, height, depth, PngHeader.PALETTE, false);
  }

  /** Returns the most bytes of memory that the rebuild needs. */
  long weight() {
    return (long) frame.width() * frame.height() + 30L * width + (1 << 20);
  }
}
