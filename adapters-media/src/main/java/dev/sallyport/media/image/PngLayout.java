package dev.sallyport.media.image;

/**
 * Where a PNG's pixels are and what it takes to understand them; everything else in the file has
 * been counted and forgotten.
 *
 * @param header what IHDR says
 * @param palette three bytes an entry; empty when there is no use for one
 * @param transparency the tRNS chunk; empty when there is none
 * @param firstData where the first IDAT chunk begins, its length field included
 * @param orientation how the pixels have to be turned
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; made and read once, in one thread.
record PngLayout(
    PngHeader header,
    byte[] palette,
    byte[] transparency,
    long firstData,
    Orientation orientation) {

  /** Tells whether samples of 16 bits carry a transparent colour, which 8 bits could not tell. */
  boolean needsAlphaChannel() {
    return header.bitDepth() == 16 && transparency.length > 0;
  }

  /**
   * Returns the tRNS chunk of the rebuilt image, bits beyond the depth cleared; empty when it has
   * none.
   */
  byte[] keptTransparency() {
    if (needsAlphaChannel()) {
      return new byte[0];
    }
    byte[] kept = transparency.clone();
    if (header.colorType() != PngHeader.PALETTE) {
      for (int i = 0; i < kept.length; i++) {
        kept[i] = i % 2 == 0 ? 0 : (byte) (kept[i] & (1 << header.bitDepth()) - 1);
      }
    }
    return kept;
  }

  /** Returns the header of the rebuilt image: upright, not interlaced, at most 8 bits a sample. */
  PngHeader target() {
    boolean turned = orientation.transposed();
    int colorType =
        needsAlphaChannel()
            ? (header.colorType() == PngHeader.GRAY ? PngHeader.GRAY_ALPHA : PngHeader.RGB_ALPHA)
            : header.colorType();
    return new PngHeader(
        turned ? header.height() : header.width(),
        turned ? header.width() : header.height(),
        Math.min(8, header.bitDepth()),
        colorType,
        false);
  }

  /** Tells whether rows can pass one by one, or all pixels have to be there first. */
  boolean streams() {
    return !header.interlaced() && orientation == Orientation.UPRIGHT;
  }

  /**
   * Returns the most bytes of memory that the rebuild needs: rows in flight, zlib, and the raster
   * when rows do not stream.
   */
  long weight() {
    long row = Math.max(header.width(), target().width()) * 8L;
    long raster = streams() ? 0 : header.pixels() * target().channels();
    return raster + 12 * row + (1 << 20);
  }
}
