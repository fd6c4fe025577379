package dev.sallyport.media.image;

import java.util.Optional;

/**
 * Turns the coefficients of a block into fewer samples than it has pixels: the inverse cosine
 * transform of its low frequencies only, which is a block made smaller without a coarser pattern
 * coming up from a finer one (<a
 * href="https://github.com/libjpeg-turbo/libjpeg-turbo/blob/main/src/jidctred.c">libjpeg does the
 * same</a>).
 */
enum ReducedTransform {
  /** Half the width and height. */
  HALF(4),
  /** A quarter of the width and height. */
  QUARTER(2),
  /** One sample for a block. */
  EIGHTH(1);

  private static final int BITS = 12;

  /** sqrt(1/2) cos(pi/8), sqrt(1/2) cos(3 pi/8), each times sqrt(1/2) for the smaller block. */
  private static final int COS1 = (int) Math.round(0.461939766 * (1 << BITS));

  private static final int COS3 = (int) Math.round(0.191341716 * (1 << BITS));

  /** Half of sqrt(1/2). */
  private static final int EVEN = (int) Math.round(0.353553391 * (1 << BITS));

  private static final int FIRST_SHIFT = BITS - 4;
  private static final int SECOND_SHIFT = BITS + 4;

  private final int side;

  ReducedTransform(int side) {
    this.side = side;
  }

  /** Returns how many samples a block becomes along a side. */
  int side() {
    return side;
  }

  /** Returns the coarsest one that leaves at least so much of each pixel's width, if any does. */
  static Optional<ReducedTransform> coarsest(double least) {
    for (int i = values().length - 1; i >= 0; i--) {
      if (values()[i].side / 8.0 >= least) {
        return Optional.of(values()[i]);
      }
    }
    return Optional.empty();
  }

  /**
   * Writes the samples of a block.
   *
   * @param block its coefficients, row by row, {@link #side()} in each; changed
   */
  void write(int[] block, byte[] samples, int offset, int stride) {
    switch (this) {
      case HALF -> half(block, samples, offset, stride);
      case QUARTER -> quarter(block, samples, offset, stride);
      case EIGHTH -> samples[offset] = sample((block[0] + 4) >> 3);
    }
  }

  private static void half(int[] block, byte[] samples, int offset, int stride) {
    for (int x = 0; x < 4; x++) {
      int even = block[x] * EVEN;
      int flip = block[8 + x] * EVEN;
      int odd = block[4 + x] * COS1 + block[12 + x] * COS3;
      int inner = block[4 + x] * COS3 - block[12 + x] * COS1;
      block[x] = (even + flip + odd) >> FIRST_SHIFT;
      block[4 + x] = (even - flip + inner) >> FIRST_SHIFT;
      block[8 + x] = (even - flip - inner) >> FIRST_SHIFT;
      block[12 + x] = (even + flip - odd) >> FIRST_SHIFT;
    }
    int to = offset;
    for (int y = 0; y < 16; y += 4) {
      int even = block[y] * EVEN + (1 << (SECOND_SHIFT - 1));
      int flip = block[y + 2] * EVEN;
      int odd = block[y + 1] * COS1 + block[y + 3] * COS3;
      int inner = block[y + 1] * COS3 - block[y + 3] * COS1;
      samples[to] = sample((even + flip + odd) >> SECOND_SHIFT);
      samples[to + 1] = sample((even - flip + inner) >> SECOND_SHIFT);
      samples[to + 2] = sample((even - flip - inner) >> SECOND_SHIFT);
      samples[to + 3] = sample((even + flip - odd) >> SECOND_SHIFT);
      to += stride;
    }
  }

  private static void quarter(int[] block, byte[] samples, int offset, int stride) {
    int top = block[0] + block[2] + 4;
    int bottom = block[0] - block[2] + 4;
    int topSlope = block[1] + block[3];
    int bottomSlope = block[1] - block[3];
    samples[offset] = sample((top + topSlope) >> 3);
    samples[offset + 1] = sample((top - topSlope) >> 3);
    samples[offset + stride] = sample((bottom + bottomSlope) >> 3);
    samples[offset + stride + 1] = sample((bottom - bottomSlope) >> 3);
  }

  private static byte sample(int value) {
    return (byte) Math.clamp(value + 128, 0, 255);
  }
}
