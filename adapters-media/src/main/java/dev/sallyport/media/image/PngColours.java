package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;
import java.util.Optional;

/**
 * Turns the colours of a PNG into those of sRGB where an embedded profile says what they are.
 *
 * <p>Grays of fewer than 8 bits and images with a transparent colour outside a palette stay as they
 * are: other values could not be told apart there.
 */
final class PngColours {
  private static final int[] RGB = {0, 1, 2};
  private static final int[] GRAY = {0};

  private final PngHeader target;
  private final byte[] palette;
  private final Optional<ColorProfile> profile;
  private final Pace pace;
  private final boolean gray;

  PngColours(PngLayout layout, byte[] embedded, Pace pace) {
    target = layout.target();
    this.pace = pace;
    gray = target.colorType() == PngHeader.GRAY || target.colorType() == PngHeader.GRAY_ALPHA;
    boolean indexed = target.colorType() == PngHeader.PALETTE;
    boolean possible = indexed || (target.bitDepth() == 8 && layout.transparency().length == 0);
    profile = possible ? ColorProfile.of(embedded, gray ? 1 : 3) : Optional.empty();
    palette = layout.palette().clone();
    if (indexed) {
      profile.ifPresent(each -> each.convert(palette, palette.length, 3, RGB, pace));
    }
  }

  /** Returns the palette in sRGB. */
  byte[] palette() {
    return palette;
  }

  /** Turns a row of samples into sRGB where it is. */
  byte[] inSrgb(byte[] row) {
    if (profile.isPresent() && target.colorType() != PngHeader.PALETTE) {
      profile.get().convert(row, row.length, target.channels(), gray ? GRAY : RGB, pace);
    }
    return row;
  }
}
