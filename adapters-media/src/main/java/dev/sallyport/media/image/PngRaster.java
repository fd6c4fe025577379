package dev.sallyport.media.image;

/** All pixels of an image as one byte a sample, filled in any order, read upright row by row. */
final class PngRaster {
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;

  PngRaster(int width, int height, int channels) {
    this(
        width,
        height,
        channels,
        new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)]);
  }

  /** Makes one of samples that are there already. */
  PngRaster(int width, int height, int channels, byte[] samples) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
  }

  /** Puts the pixels of one row of a pass in their places. */
  void put(PngPixels.Pass pass, int y, byte[] row) {
    int to = ((pass.y0() + y * pass.dy()) * width + pass.x0()) * channels;
    if (pass.dx() == 1) {
      System.arraycopy(row, 0, samples, to, row.length);
      return;
    }
    for (int from = 0; from < row.length; from += channels) {
      for (int i = 0; i < channels; i++) {
        samples[to + i] = row[from + i];
      }
      to += pass.dx() * channels;
    }
  }

  /** Copies row y of the upright image. */
  void copyRow(Orientation orientation, int y, byte[] row) {
    int stepX = orientation.flippedX() ? -channels : channels;
    int stepY = orientation.flippedY() ? -width * channels : width * channels;
    int from =
        (orientation.flippedX() ? (width - 1) * channels : 0)
            + (orientation.flippedY() ? (height - 1) * width * channels : 0)
            + y * (orientation.transposed() ? stepX : stepY);
    int step = orientation.transposed() ? stepY : stepX;
    for (int to = 0; to < row.length; to += channels) {
      for (int i = 0; i < channels; i++) {
        row[to + i] = samples[from + i];
      }
      from += step;
    }
  }
}
