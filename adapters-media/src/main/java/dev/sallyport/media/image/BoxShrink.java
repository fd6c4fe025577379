package dev.sallyport.media.image;

import java.util.Arrays;

/**
 * Keeps of rows that come one by one the mean of each square of pixels within a part of an image,
 * colours multiplied by alpha.
 */
final class BoxShrink {
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;
  private final int factor;
  private final int width;
  private final int height;
  private int channels;
  private long[] sums = new long[0];
  private byte[] samples = new byte[0];

  BoxShrink(Crop crop, int width, int height, int factor) {
    left = crop.firstColumn();
    top = crop.firstRow();
    right = crop.endColumn(width);
    bottom = crop.endRow(height);
    this.factor = factor;
    this.width = Math.ceilDiv(right - left, factor);
    this.height = Math.ceilDiv(bottom - top, factor);
  }

  /** Returns how many bytes are needed. */
  long bytes(int channelsOfRows) {
    return (long) width * channelsOfRows * (height + 8);
  }

  void begin(int channelsOfRows) {
    channels = channelsOfRows;
    sums = new long[width * channels];
    samples = new byte[Math.multiplyExact(width * channels, height)];
  }

  /** Takes row y of the image. */
  void row(int y, byte[] row) {
    if (y < top || y >= bottom) {
      return;
    }
    int to = 0;
    for (int x = left; x < right; to += channels) {
      int end = Math.min(right, x + factor);
      for (; x < end; x++) {
        add(row, x * channels, to);
      }
    }
    int rows = (y - top) % factor + 1;
    if (rows == factor || y == bottom - 1) {
      emit((y - top) / factor, rows);
    }
  }

  private void add(byte[] row, int at, int to) {
    if (channels < 4) {
      for (int i = 0; i < channels; i++) {
        sums[to + i] += row[at + i] & 0xff;
      }
      return;
    }
    long alpha = row[at + 3] & 0xff;
    sums[to] += (row[at] & 0xff) * alpha;
    sums[to + 1] += (row[at + 1] & 0xff) * alpha;
    sums[to + 2] += (row[at + 2] & 0xff) * alpha;
    sums[to + 3] += alpha * 255;
  }

  private void emit(int y, int rows) {
    int scale = channels < 4 ? 1 : 255;
    for (int x = 0; x < width; x++) {
      long count = (long) Math.min(factor, right - left - x * factor) * rows * scale;
      for (int i = 0; i < channels; i++) {
        int at = x * channels + i;
        samples[y * width * channels + at] = (byte) ((sums[at] + count / 2) / count);
      }
    }
    Arrays.fill(sums, 0);
  }

  /** Returns what was kept, after the last row. */
  ImagePlane plane() {
    return new ImagePlane(samples, width, height, channels, left, top, factor, factor);
  }
}
