package dev.sallyport.domain.migration;

import dev.sallyport.domain.shared.Sha256;
import java.util.List;

/**
 * A change of the shape of stored data, and the way back.
 *
 * @param id its name
 * @param up what applies it, 1 to 50 steps in their order
 * @param down what undoes it, 1 to 50 steps in their order
 */
public record Migration(MigrationId id, List<Step> up, List<Step> down) {
  /** Most steps of one direction. */
  public static final int MAX_STEPS = 50;

  /** Copies the steps; rejects none and too many. */
  public Migration {
    up = List.copyOf(up);
    down = List.copyOf(down);
    if (up.isEmpty() || down.isEmpty() || up.size() > MAX_STEPS || down.size() > MAX_STEPS) {
      throw new IllegalArgumentException("1 to 50 steps in each direction");
    }
  }

  /** Which way. */
  public enum Direction {
    /** It is applied. */
    UP,
    /** It is undone. */
    DOWN
  }

  /** Returns the steps of a direction. */
  public List<Step> steps(Direction direction) {
    return switch (direction) {
      case UP -> up;
      case DOWN -> down;
    };
  }

  /** Returns what changes whenever a step changes, and never otherwise. */
  public Sha256 checksum() {
    return CanonicalForm.checksum(this);
  }
}
