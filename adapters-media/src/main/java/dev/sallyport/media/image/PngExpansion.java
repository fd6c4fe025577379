package dev.sallyport.media.image;

/**
 * Turns rows of a PNG, one byte a sample, into gray, colours or colours with alpha, whatever they
 * are stored as.
 */
final class PngExpansion {
  private final PngHeader target;
  private final byte[] palette;
  private final byte[] transparency;
  private final int channels;
  private byte[] expanded = new byte[0];

  PngExpansion(PngLayout layout, byte[] palette) {
    target = layout.target();
    this.palette = palette;
    transparency = layout.keptTransparency();
    boolean alpha =
        transparency.length > 0
            || target.colorType() == PngHeader.GRAY_ALPHA
            || target.colorType() == PngHeader.RGB_ALPHA;
    channels = alpha ? 4 : target.colorType() == PngHeader.GRAY ? 1 : 3;
  }

  /** Returns the samples of a pixel afterwards: 1, 3 or 4. */
  int channels() {
    return channels;
  }

  /** Returns the row; the array is used again for the next one. */
  byte[] expand(byte[] row) {
    int pixels = row.length / target.channels();
    if (expanded.length != pixels * channels) {
      expanded = new byte[pixels * channels];
    }
    for (int x = 0; x < pixels; x++) {
      switch (target.colorType()) {
        case PngHeader.GRAY -> gray(row, x);
        case PngHeader.GRAY_ALPHA -> put(x, row[2 * x], row[2 * x], row[2 * x], row[2 * x + 1]);
        case PngHeader.PALETTE -> entry(row[x] & 0xff, x);
        case PngHeader.RGB -> put(x, row[3 * x], row[3 * x + 1], row[3 * x + 2], alpha(row, x, 3));
        default -> put(x, row[4 * x], row[4 * x + 1], row[4 * x + 2], row[4 * x + 3]);
      }
    }
    return expanded;
  }

  private void gray(byte[] row, int x) {
    byte level = (byte) ((row[x] & 0xff) * 255 / ((1 << target.bitDepth()) - 1));
    if (channels == 1) {
      expanded[x] = level;
    } else {
      put(x, level, level, level, alpha(row, x, 1));
    }
  }

  private void entry(int index, int x) {
    byte alpha = index < transparency.length ? transparency[index] : (byte) 0xff;
    put(x, palette[3 * index], palette[3 * index + 1], palette[3 * index + 2], alpha);
  }

  /** Tells apart the one colour that is transparent, in two bytes a sample (PNG 11.3.1.1). */
  private byte alpha(byte[] row, int x, int count) {
    if (transparency.length != 2 * count) {
      return (byte) 0xff;
    }
    for (int i = 0; i < count; i++) {
      if (row[count * x + i] != transparency[2 * i + 1]) {
        return (byte) 0xff;
      }
    }
    return 0;
  }

  private void put(int x, byte red, byte green, byte blue, byte alpha) {
    int at = x * channels;
    expanded[at] = red;
    expanded[at + 1] = green;
    expanded[at + 2] = blue;
    if (channels == 4) {
      expanded[at + 3] = alpha;
    }
  }
}
