package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;

/**
 * Changes rows between the packed form of a PNG and one byte a sample.
 *
 * <p>Samples of 16 bits keep their upper 8. Where a 16-bit image names a transparent colour, the
 * choice is made on all 16 bits and kept in an alpha channel, because several colours become one in
 * 8 bits.
 */
final class PngSamples {
  private final PngLayout layout;
  private final int channels;
  private final int depth;
  private final int paletteEntries;
  private byte[] samples = new byte[0];

  PngSamples(PngLayout layout) {
    this.layout = layout;
    channels = layout.header().channels();
    depth = layout.header().bitDepth();
    paletteEntries = layout.palette().length / 3;
  }

  /** Returns the samples of a row of so many pixels; the array is used again for the next row. */
  byte[] unpack(byte[] row, int width) throws UnfitContentException {
    int count = width * layout.target().channels();
    if (samples.length != count) {
      samples = new byte[count];
    }
    switch (depth) {
      case 8 -> System.arraycopy(row, 0, samples, 0, count);
      case 16 -> {
        if (layout.needsAlphaChannel()) {
          halveWithAlpha(row, width);
        } else {
          halve(row, count);
        }
      }
      default -> spread(row, count);
    }
    if (layout.header().colorType() == PngHeader.PALETTE) {
      requireInPalette(count);
    }
    return samples;
  }

  private void halve(byte[] row, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = row[2 * i];
    }
  }

  private void halveWithAlpha(byte[] row, int width) {
    byte[] key = layout.transparency();
    int to = 0;
    for (int x = 0; x < width; x++) {
      int from = x * channels * 2;
      boolean same = true;
      for (int i = 0; i < channels * 2; i++) {
        same &= row[from + i] == key[i];
      }
      for (int i = 0; i < channels; i++) {
        samples[to++] = row[from + 2 * i];
      }
      samples[to++] = (byte) (same ? 0 : 0xff);
    }
  }

  private void spread(byte[] row, int count) {
    int mask = (1 << depth) - 1;
    int perByte = 8 / depth;
    for (int i = 0; i < count; i++) {
      int shift = 8 - depth * (i % perByte + 1);
      samples[i] = (byte) (row[i / perByte] >> shift & mask);
    }
  }

  private void requireInPalette(int count) throws UnfitContentException {
    if (paletteEntries == 256) {
      return;
    }
    int highest = 0;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, samples[i] & 0xff);
    }
    if (highest >= paletteEntries) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }

  /** Packs samples of fewer than 8 bits, or copies those of 8; unused bits become zero. */
  static void pack(byte[] samples, int count, int depth, byte[] row) {
    if (depth == 8) {
      System.arraycopy(samples, 0, row, 0, count);
      return;
    }
    int perByte = 8 / depth;
    for (int i = 0; i < count; i += perByte) {
      int packed = 0;
      for (int j = 0; j < perByte; j++) {
        packed = packed << depth | (i + j < count ? samples[i + j] : 0);
      }
      row[i / perByte] = (byte) packed;
    }
  }
}
