package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;

/**
 * The five row filters of PNG, both ways (<a href="https://www.w3.org/TR/png-3/#9Filters">PNG
 * 9.2</a>).
 */
final class PngFilter {
  static final int NONE = 0;
  static final int SUB = 1;
  static final int UP = 2;
  private static final int AVERAGE = 3;
  private static final int PAETH = 4;

  /** How many filters there are. */
  static final int COUNT = 5;

  private PngFilter() {}

  /**
   * Undoes a filter in place.
   *
   * @param above the row above, undone; zeros for the first row
   * @param distance bytes of a pixel
   */
  static void reverse(int filter, byte[] row, byte[] above, int distance)
      throws UnfitContentException {
    switch (filter) {
      case NONE -> {}
      case SUB -> {
        for (int i = distance; i < row.length; i++) {
          row[i] += row[i - distance];
        }
      }
      case UP -> {
        for (int i = 0; i < row.length; i++) {
          row[i] += above[i];
        }
      }
      case AVERAGE -> {
        for (int i = 0; i < row.length; i++) {
          int left = i < distance ? 0 : row[i - distance] & 0xff;
          row[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
        }
      }
      case PAETH -> reversePaeth(row, above, distance);
      default -> throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }

  private static void reversePaeth(byte[] row, byte[] above, int distance) {
    int first = Math.min(distance, row.length);
    for (int i = 0; i < first; i++) {
      row[i] += above[i];
    }
    for (int i = first; i < row.length; i++) {
      row[i] += (byte) paeth(row[i - distance] & 0xff, above[i] & 0xff, above[i - distance] & 0xff);
    }
  }

  /**
   * Applies a filter to a whole row.
   *
   * @param target takes the filter's number and then the filtered row
   */
  static void apply(int filter, byte[] row, byte[] above, int distance, int length, byte[] target) {
    target[0] = (byte) filter;
    int first = Math.min(distance, length);
    for (int i = 0; i < first; i++) {
      int guess =
          switch (filter) {
            case UP, PAETH -> above[i];
            case AVERAGE -> (above[i] & 0xff) >> 1;
            default -> 0;
          };
      target[i + 1] = (byte) (row[i] - guess);
    }
    apply(filter, row, above, distance, first, length, target, 1 + first);
  }

  /**
   * Applies a filter to the bytes of a row from one to before another, none of them of its first
   * pixel.
   *
   * @param target takes the filtered bytes, at this position and after
   */
  static void apply(
      int filter,
      byte[] row,
      byte[] above,
      int distance,
      int from,
      int to,
      byte[] target,
      int position) {
    int shift = position - from;
    switch (filter) {
      case SUB -> {
        for (int i = from; i < to; i++) {
          target[i + shift] = (byte) (row[i] - row[i - distance]);
        }
      }
      case UP -> {
        for (int i = from; i < to; i++) {
          target[i + shift] = (byte) (row[i] - above[i]);
        }
      }
      case AVERAGE -> {
        for (int i = from; i < to; i++) {
          int average = ((row[i - distance] & 0xff) + (above[i] & 0xff)) >> 1;
          target[i + shift] = (byte) (row[i] - average);
        }
      }
      case PAETH -> {
        for (int i = from; i < to; i++) {
          int guess =
              steadyPaeth(row[i - distance] & 0xff, above[i] & 0xff, above[i - distance] & 0xff);
          target[i + shift] = (byte) (row[i] - guess);
        }
      }
      default -> System.arraycopy(row, from, target, position, to - from);
    }
  }

  private static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }

  /** As {@link #paeth}, without a branch: twice as fast where the choice is hard to foresee. */
  private static int steadyPaeth(int left, int above, int corner) {
    int toLeft = above - corner;
    int toAbove = left - corner;
    int toCorner = Math.abs(toLeft + toAbove);
    toLeft = Math.abs(toLeft);
    toAbove = Math.abs(toAbove);
    int least = Math.min(toLeft, Math.min(toAbove, toCorner));
    int notLeft = (least - toLeft) >> 31;
    int notAbove = (least - toAbove) >> 31;
    return (left & ~notLeft) | (notLeft & ((above & ~notAbove) | (corner & notAbove)));
  }
}
