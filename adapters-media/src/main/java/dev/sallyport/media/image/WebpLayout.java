package dev.sallyport.media.image;

/**
 * Where the first picture of a WebP file is and what it takes to show it; everything else in the
 * file has been counted and forgotten.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param frame the only or first picture, which lies within the canvas
 * @param orientation how the canvas has to be turned
 */
record WebpLayout(int width, int height, Frame frame, Orientation orientation) {
  /** A table of prefix codes in the decoder, five of which make a group. */
  private static final long GROUP_BYTES = 5_500;

  private static final int MAX_GROUPS = 1 << 16;

  /** A group takes at least four bits for each of its five tables. */
  private static final int MIN_GROUP_BITS = 20;

  /** What the decoder of VP8 keeps for each block of 16 by 16 pixels of three rows. */
  private static final long BLOCK_BYTES = 24_000;

  private static final long BLOCK_MODE_BYTES = 160;

  /**
   * One picture.
   *
   * @param left distance from the left of the canvas
   * @param top distance from the top of the canvas
   * @param lossless whether its data is VP8L rather than VP8
   * @param alpha whether VP8L data says that it has alpha
   * @param data the VP8 or VP8L data
   * @param alphaData the data of an ALPH chunk, empty when there is none
   */
  record Frame(
      int left,
      int top,
      int width,
      int height,
      boolean lossless,
      boolean alpha,
      JpegLayout.Range data,
      JpegLayout.Range alphaData) {
    boolean hasAlphaData() {
      return alphaData.to() > alphaData.from();
    }
  }

  boolean covered() {
    return frame.width() == width && frame.height() == height;
  }

  /** Tells whether a JPEG can show all that the picture shows. */
  boolean asJpeg() {
    return covered() && !frame.lossless() && !frame.hasAlphaData();
  }

  boolean hasAlpha() {
    return !covered() || frame.alpha() || frame.hasAlphaData();
  }

  /** Returns the header of the rebuilt image when it is a PNG. */
  PngHeader target() {
    boolean turned = orientation.transposed();
    return new PngHeader(
        turned ? height : width,
        turned ? width : height,
        8,
        hasAlpha() ? PngHeader.RGB_ALPHA : PngHeader.RGB,
        false);
  }

  /** Tells whether one array can hold the pixels. */
  boolean fitsArray() {
    return 4L * width * height <= Integer.MAX_VALUE - 8;
  }

  /** Returns the most bytes of memory that the rebuild needs. */
  long weight() {
    long pixels = (long) frame.width() * frame.height();
    long rasters = (asJpeg() ? 3 : 4) * pixels + (covered() ? 0 : 4L * width * height);
    long decoder = frame.lossless() ? groups(frame.data()) : blocks(pixels);
    if (frame.hasAlphaData()) {
      decoder = Math.max(decoder, 4 * pixels + groups(frame.alphaData()));
    }
    if (asJpeg()) {
      decoder = Math.max(decoder, JpegCodec.coefficientBytes(width, height, false));
    }
    return rasters + decoder + (2 << 20);
  }

  private long groups(JpegLayout.Range data) {
    long blocks = Math.ceilDiv(frame.width(), 4) * (long) Math.ceilDiv(frame.height(), 4);
    long coded = (data.to() - data.from()) * 8 / MIN_GROUP_BITS;
    return GROUP_BYTES * Math.min(Math.min(blocks, coded), MAX_GROUPS);
  }

  private long blocks(long pixels) {
    return BLOCK_BYTES * 3 * (frame.width() / 16 + 3) + pixels / 256 * BLOCK_MODE_BYTES;
  }
}
