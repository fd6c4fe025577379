package dev.sallyport.media.image;

import java.util.List;

/**
 * Where a JPEG's pixels are and what it takes to understand them; everything else in the file has
 * been counted and forgotten.
 *
 * @param width in stored pixels
 * @param height in stored pixels
 * @param components 1 for gray, 3 for colour, 4 for inks
 * @param rgb whether the components are colours themselves rather than luma and chroma
 * @param inverted whether inks are stored as what they leave of the light, as Adobe does
 * @param coefficientBytes what the decoder holds beside the pixels: all coefficients when they come
 *     in more than one scan, else nothing
 * @param orientation how the pixels have to be turned
 * @param ranges the parts of the file that hold tables, frame and scans, in order
 */
record JpegLayout(
    int width,
    int height,
    int components,
    boolean rgb,
    boolean inverted,
    long coefficientBytes,
    Orientation orientation,
    List<Range> ranges) {
  /** Copies the list. */
  JpegLayout {
    ranges = List.copyOf(ranges);
  }

  /** Bytes from a place up to another, exclusive. */
  record Range(long from, long to) {}

  /** Tells whether one array can hold the pixels. */
  boolean fitsArray() {
    return (long) width * height * components <= Integer.MAX_VALUE - 8;
  }

  /** Returns the most bytes of memory that the rebuild needs. */
  long weight() {
    long written = JpegCodec.coefficientBytes(width, height, components == 1);
    return (long) width * height * components + Math.max(coefficientBytes, written) + (1 << 20);
  }
}
