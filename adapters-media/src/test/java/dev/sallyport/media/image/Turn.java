package dev.sallyport.media.image;

import java.util.Arrays;

/**
 * Turns a grid upright in the words of the Exif table, step by step, to be compared with code that
 * does it by arithmetic.
 */
final class Turn {
  private Turn() {}

  static <T> T[][] upright(T[][] stored, int orientation) {
    return switch (orientation) {
      case 2 -> mirrored(stored);
      case 3 -> clockwise(clockwise(stored));
      case 4 -> mirrored(clockwise(clockwise(stored)));
      case 5 -> mirrored(clockwise(stored));
      case 6 -> clockwise(stored);
      case 7 -> mirrored(clockwise(clockwise(clockwise(stored))));
      case 8 -> clockwise(clockwise(clockwise(stored)));
      default -> stored;
    };
  }

  private static <T> T[][] mirrored(T[][] grid) {
    T[][] result = grid.clone();
    for (int y = 0; y < grid.length; y++) {
      result[y] = grid[y].clone();
      for (int x = 0; x < grid[y].length; x++) {
        result[y][x] = grid[y][grid[y].length - 1 - x];
      }
    }
    return result;
  }

  private static <T> T[][] clockwise(T[][] grid) {
    T[][] result = Arrays.copyOf(grid, grid[0].length);
    for (int y = 0; y < result.length; y++) {
      result[y] = Arrays.copyOf(grid[0], grid.length);
      for (int x = 0; x < grid.length; x++) {
        result[y][x] = grid[grid.length - 1 - x][y];
      }
    }
    return result;
  }
}
