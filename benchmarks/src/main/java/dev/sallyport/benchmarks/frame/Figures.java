package dev.sallyport.benchmarks.frame;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Arithmetic and writing of measured numbers. */
public final class Figures {
  private Figures() {}

  /**
   * Returns the middle value, of an even number of values the mean of the middle two.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** As {@link #median(Collection)}. */
  public static double median(double... values) {
    return median(Arrays.stream(values).boxed().toList());
  }

  /** Writes a number with as many digits as a noisy machine can justify: three or the integer. */
  public static String write(double value) {
    if (value >= 1000) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
