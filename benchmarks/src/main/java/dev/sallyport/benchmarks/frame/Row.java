package dev.sallyport.benchmarks.frame;

import java.util.List;

/**
 * One line of figures.
 *
 * @param group rows of one group are comparable with one another
 * @param label who or what was measured, with its version if it is somebody else's
 * @param role what it stands for
 * @param values one for each column of the result, finite and not negative; the first is the one
 *     that is compared
 */
public record Row(String group, String label, Role role, List<Double> values) {
  /** Copies the values. */
  public Row {
    values = List.copyOf(values);
    if (values.isEmpty()
        || !values.stream().allMatch(value -> Double.isFinite(value) && value >= 0)) {
      throw new IllegalArgumentException(label + ": a figure is missing or is not a number");
    }
  }

  /** Returns the figure that is compared. */
  public double main() {
    return values.getFirst();
  }
}
