package dev.sallyport.media.image;

import java.util.Arrays;

/**
 * Which samples of a line make up each sample of a shorter or longer one, and with what weight.
 *
 * <p>Lanczos with three lobes (<a href="https://doi.org/10.1007/978-1-4612-3626-7">Turkowski,
 * Filters for Common Resampling Tasks</a>), widened when there is less room, so that fine patterns
 * turn gray instead of into coarse ones. Weights of a sample add up to exactly {@link #ONE}.
 */
final class ResampleTaps {
  /** The whole of a sample, as a weight. */
  static final int ONE = 1 << 14;

  private static final int LOBES = 3;

  private final int[] first;
  private final int[][] weights;

  private ResampleTaps(int count) {
    first = new int[count];
    weights = new int[count][];
  }

  /**
   * Finds them.
   *
   * @param from where the line begins, in samples
   * @param extent how long it is, in samples
   * @param available how many samples there are
   * @param count how many samples to make of it
   */
  static ResampleTaps of(double from, double extent, int available, int count) {
    ResampleTaps taps = new ResampleTaps(count);
    int lowest = Math.clamp((int) Math.floor(from), 0, available - 1);
    int highest = Math.clamp((int) Math.ceil(from + extent) - 1, lowest, available - 1);
    double step = extent / count;
    double spread = Math.max(1, step);
    for (int i = 0; i < count; i++) {
      double centre = from + (i + 0.5) * step;
      int low = Math.clamp((int) Math.ceil(centre - LOBES * spread - 0.5), lowest, highest);
      int high = Math.clamp((int) Math.floor(centre + LOBES * spread - 0.5), low, highest);
      taps.first[i] = low;
      taps.weights[i] = weights(low, high, centre, spread);
    }
    return taps;
  }

  private static int[] weights(int low, int high, double centre, double spread) {
    double[] exact = new double[high - low + 1];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = lanczos((low + i + 0.5 - centre) / spread);
    }
    double sum = Arrays.stream(exact).sum();
    int[] rounded = new int[exact.length];
    int largest = 0;
    int left = ONE;
    for (int i = 0; i < exact.length; i++) {
      rounded[i] = (int) StrictMath.rint(sum == 0 ? 0 : exact[i] / sum * ONE);
      left -= rounded[i];
      largest = rounded[i] > rounded[largest] ? i : largest;
    }
    rounded[largest] += left;
    return rounded;
  }

  private static double lanczos(double x) {
    if (x == 0) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double angle = Math.PI * x;
    return LOBES * StrictMath.sin(angle) * StrictMath.sin(angle / LOBES) / (angle * angle);
  }

  int count() {
    return first.length;
  }

  /** Returns the first sample that goes into sample i. */
  int first(int i) {
    return first[i];
  }

  /** Returns the weights of that sample and the ones after it; not to be changed. */
  int[] weights(int i) {
    return weights[i];
  }
}
