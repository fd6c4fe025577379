package dev.sallyport.benchmarks.frame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run of one benchmark found, peers included.
 *
 * @param benchmark its name
 * @param machine where it ran
 * @param columns names of the figures with their units; the first is the one that is compared
 * @param rows at least one, each with a figure for every column
 * @param targets what was promised
 * @param unmeasured peers without a figure
 */
public record Result(
    String benchmark,
    Machine machine,
    List<String> columns,
    List<Row> rows,
    List<Target> targets,
    List<Unmeasured> unmeasured) {
  /** Copies the lists. */
  public Result {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    targets = List.copyOf(targets);
    unmeasured = List.copyOf(unmeasured);
    int width = columns.size();
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.values().size() != width)) {
      throw new IllegalArgumentException("each row needs a figure for each column");
    }
  }

  /**
   * Returns the product's figure divided by this row's, or nothing for the product's own first row,
   * for parts, and where there is nothing to divide.
   */
  public OptionalDouble ratioTo(Row row) {
    Optional<Row> ours =
        rows.stream()
            .filter(r -> r.role() == Role.OURS && r.group().equals(row.group()))
            .findFirst();
    if (row.role() == Role.PART || row.main() == 0 || ours.isEmpty() || ours.get().equals(row)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(ours.get().main() / row.main());
  }

  /** Tells whether every promise is kept. */
  public boolean meetsTargets() {
    return targets.stream().allMatch(Target::isMet);
  }
}
