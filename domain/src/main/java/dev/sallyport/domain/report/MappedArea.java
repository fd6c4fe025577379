package dev.sallyport.domain.report;

import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of a map that is looked at from above, in bins of one size.
 *
 * @param map name of the map, as positions have it
 * @param minX least first coordinate, where column 0 begins
 * @param minY least second coordinate, where row 0 begins
 * @param maxX greatest first coordinate, greater than the least
 * @param maxY greatest second coordinate, greater than the least
 * @param columns bins from west to east, 1 to {@link #MAX_BINS}
 * @param rows bins from the least second coordinate to the greatest, 1 to {@link #MAX_BINS}
 */
public record MappedArea(
    String map, double minX, double minY, double maxX, double maxY, int columns, int rows) {
  /** Most bins of each direction. */
  public static final int MAX_BINS = 256;

  private static final int KEY_LENGTH = 32;

  /** Rejects an area that is empty, not finite or too finely divided. */
  public MappedArea {
    if (map.isBlank() || map.length() > Position.MAX_MAP) {
      throw new IllegalArgumentException("a map name has 1 to 100 characters");
    }
    requireRange(minX, maxX);
    requireRange(minY, maxY);
    if (columns < 1 || columns > MAX_BINS || rows < 1 || rows > MAX_BINS) {
      throw new IllegalArgumentException("1 to 256 bins in each direction");
    }
  }

  private static void requireRange(double min, double max) {
    if (!(Double.isFinite(min)
        && Double.isFinite(max)
        && Double.isFinite(max - min)
        && min < max)) {
      throw new IllegalArgumentException("bounds are finite, the least before the greatest");
    }
  }

  /**
   * One bin.
   *
   * @param column counted from 0
   * @param row counted from 0
   */
  public record Bin(int column, int row) implements Comparable<Bin> {
    @Override
    public int compareTo(Bin other) {
      return row == other.row
          ? Integer.compare(column, other.column)
          : Integer.compare(row, other.row);
    }
  }

  /** Returns the bin of a position; nothing for one of another map or out of bounds. */
  public Optional<Bin> binOf(Position position) {
    boolean isInside =
        position.map().equals(map)
            && position.x() >= minX
            && position.x() <= maxX
            && position.y() >= minY
            && position.y() <= maxY;
    return isInside
        ? Optional.of(
            new Bin(part(position.x(), minX, maxX, columns), part(position.y(), minY, maxY, rows)))
        : Optional.empty();
  }

  /** The greatest coordinate belongs to the last bin. */
  private static int part(double at, double min, double max, int parts) {
    return Math.min(parts - 1, (int) ((at - min) / (max - min) * parts));
  }

  /**
   * Returns a name for these bins: whoever changes bounds or their number begins to count anew
   * rather than mixing what does not lie in the same place.
   */
  public String key() {
    String text =
        String.join("\n", map, minX + " " + minY + " " + maxX + " " + maxY, columns + "x" + rows);
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEY_LENGTH);
  }
}
