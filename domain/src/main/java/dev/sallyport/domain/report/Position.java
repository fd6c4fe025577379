package dev.sallyport.domain.report;

/**
 * Where in the product's world it happened.
 *
 * @param map name of the map or scene, 1 to 100 characters
 * @param x first coordinate, finite
 * @param y second coordinate, finite
 * @param z third coordinate, finite
 */
public record Position(String map, double x, double y, double z) {
  /** Most UTF-16 units of a map's name. */
  public static final int MAX_MAP = 100;

  /** Rejects an empty or over-long map name and coordinates that are not finite. */
  public Position {
    if (map.isBlank() || map.length() > MAX_MAP) {
      throw new IllegalArgumentException("a map name has 1 to 100 characters");
    }
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException("coordinates are finite");
    }
  }
}
