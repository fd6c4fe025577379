package dev.sallyport.benchmarks.frame;

/**
 * Something promised, beside what was measured.
 *
 * @param claim in words, such as {@code at least 10 times the best peer}
 * @param measured in the unit of the bound
 * @param bound the limit
 * @param direction on which side of the limit the promise is kept
 */
public record Target(String claim, double measured, double bound, Direction direction) {
  /** The side on which the promise is kept; the limit itself keeps it. */
  public enum Direction {
    /** The measured figure or more. */
    AT_LEAST,
    /** The measured figure or less. */
    AT_MOST
  }

  /** Refuses figures that are not numbers, since they would never miss a bound. */
  public Target {
    if (!Double.isFinite(measured) || !Double.isFinite(bound)) {
      throw new IllegalArgumentException(claim + ": not a number");
    }
  }

  /** A promise that is kept by the bound or more. */
  public static Target atLeast(String claim, double measured, double bound) {
    return new Target(claim, measured, bound, Direction.AT_LEAST);
  }

  /** A promise that is kept by the bound or less. */
  public static Target atMost(String claim, double measured, double bound) {
    return new Target(claim, measured, bound, Direction.AT_MOST);
  }

  /** Tells whether the promise is kept. */
  public boolean isMet() {
    return switch (direction) {
      case AT_LEAST -> measured >= bound;
      case AT_MOST -> measured <= bound;
    };
  }
}
