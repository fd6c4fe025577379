package dev.sallyport.media.image;

import java.util.Arrays;

/**
 * Chooses the filter of each row, by a part of it that moves from row to row, and tells how noisy
 * the rows are.
 *
 * <p>Calm rows, which deflate to little, take the filter that leaves the least entropy. Noisy ones
 * take the one that repeats most of its groups of four bytes, since such a group is what deflate
 * can save; the smallest sum of absolute differences, which <a
 * href="https://www.w3.org/TR/png-3/#12Filter-selection">PNG 12.7</a> proposes, gives files that
 * are 2 % larger there. A row like the one above needs no choice.
 */
final class PngFilterChoice {
  /** Bits a byte from which rows are noisy; screenshots have less than one, photographs four. */
  private static final double NOISE = 2;

  /** How much of what is known comes from the last row. */
  private static final double FRESH = 0.125;

  private static final int NOISY_SHARE = 6;
  private static final int CALM_SHARE = 8;
  private static final int LEAST = 512;
  private static final int MOST = 4096;
  private static final int GROUP_BITS = 14;

  /** Spreads values that are close to each other; the golden ratio in 32 bits. */
  private static final int SPREAD = 0x9e3779b1;

  private static final float[] BITS = bits();

  private final boolean filters;
  private final int distance;
  private final int length;
  private final byte[] part;
  private final int[] even = new int[256];
  private final int[] odd = new int[256];
  private final short[] groups = new short[1 << GROUP_BITS];
  private short mark;
  private int rows;
  private double noise;

  /**
   * Chooses for rows of so many bytes.
   *
   * @param filters whether there is a choice; otherwise rows are only looked at
   * @param distance bytes of a pixel
   */
  PngFilterChoice(boolean filters, int distance, int length) {
    this.filters = filters;
    this.distance = distance;
    this.length = length;
    part = new byte[Math.min(MOST, length)];
  }

  /** Tells whether the last rows were such that a long search for repetitions finds little. */
  boolean isNoisy() {
    return noise > NOISE;
  }

  /** Returns the filter for the next row. */
  int choose(byte[] row, byte[] above) {
    rows++;
    if (Arrays.equals(row, above)) {
      noise -= noise * FRESH;
      return filters ? PngFilter.UP : PngFilter.NONE;
    }
    int room = length - distance;
    int share = isNoisy() ? NOISY_SHARE : CALM_SHARE;
    int size = Math.min(MOST, Math.min(room, Math.max(LEAST, room / share)));
    if (size <= 0) {
      return PngFilter.NONE;
    }
    long place = Integer.toUnsignedLong(rows * SPREAD);
    int from = distance + (int) ((place * (room - size + 1)) >>> 32);
    int best = filters ? best(row, above, from, size) : PngFilter.NONE;
    PngFilter.apply(best, row, above, distance, from, from + size, part, 0);
    noise += (entropy(size) / size - noise) * FRESH;
    return best;
  }

  private int best(byte[] row, byte[] above, int from, int size) {
    return isNoisy() ? fewestGroups(row, above, from, size) : leastEntropy(row, above, from, size);
  }

  private int leastEntropy(byte[] row, byte[] above, int from, int size) {
    int best = PngFilter.NONE;
    float least = Float.MAX_VALUE;
    for (int filter = 0; filter < PngFilter.COUNT; filter++) {
      PngFilter.apply(filter, row, above, distance, from, from + size, part, 0);
      float entropy = entropy(size);
      if (entropy < least) {
        least = entropy;
        best = filter;
      }
    }
    return best;
  }

  /** Noise is never best left as it is. */
  private int fewestGroups(byte[] row, byte[] above, int from, int size) {
    int best = PngFilter.SUB;
    int fewest = Integer.MAX_VALUE;
    for (int filter = PngFilter.SUB; filter < PngFilter.COUNT; filter++) {
      PngFilter.apply(filter, row, above, distance, from, from + size, part, 0);
      int count = groups(size);
      if (count < fewest) {
        fewest = count;
        best = filter;
      }
    }
    return best;
  }

  /** Returns the bits that the bytes of the part need when each is coded by its frequency. */
  private float entropy(int size) {
    Arrays.fill(even, 0);
    Arrays.fill(odd, 0);
    int i = 0;
    // Two counts, since equal neighbours would wait for each other at one.
    for (; i + 1 < size; i += 2) {
      even[part[i] & 0xff]++;
      odd[part[i + 1] & 0xff]++;
    }
    if (i < size) {
      even[part[i] & 0xff]++;
    }
    float bits = BITS[size];
    for (int value = 0; value < even.length; value++) {
      bits -= BITS[even[value] + odd[value]];
    }
    return bits;
  }

  /** Returns how many different groups of four bytes there are, or a few less. */
  private int groups(int size) {
    mark++;
    if (mark == 0) {
      Arrays.fill(groups, (short) 0);
      mark = 1;
    }
    int count = 0;
    int group = 0;
    for (int i = 0; i < size; i++) {
      group = (group << 8) | (part[i] & 0xff);
      int slot = (group * SPREAD) >>> (32 - GROUP_BITS);
      count += groups[slot] == mark ? 0 : 1;
      groups[slot] = mark;
    }
    return count;
  }

  private static float[] bits() {
    float[] bits = new float[MOST + 1];
    for (int count = 1; count <= MOST; count++) {
      bits[count] = (float) (count * (Math.log(count) / Math.log(2)));
    }
    return bits;
  }
}
