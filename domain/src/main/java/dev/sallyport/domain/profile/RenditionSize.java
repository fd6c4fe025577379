package dev.sallyport.domain.profile;

import java.util.List;

/**
 * How large a picture of a profile is shown.
 *
 * @param width in pixels, 1 to {@value #MAX_SIDE}
 * @param height in pixels, 1 to {@value #MAX_SIDE}
 */
public record RenditionSize(int width, int height) {
  /** Longest side that anybody shows. */
  public static final int MAX_SIDE = 4096;

  /** The sizes of an avatar, the largest first. */
  public static final List<RenditionSize> AVATAR =
      List.of(new RenditionSize(512, 512), new RenditionSize(256, 256), new RenditionSize(64, 64));

  /** The sizes of a banner, the largest first: three to one, as wide as a page and half as wide. */
  public static final List<RenditionSize> BANNER =
      List.of(new RenditionSize(1500, 500), new RenditionSize(750, 250));

  /** Rejects sides out of range. */
  public RenditionSize {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("a side is 1 to " + MAX_SIDE + " pixels");
    }
  }

  /** Returns the size of the same picture lying on its side. */
  public RenditionSize turned() {
    return new RenditionSize(/* width= */ height, /* height= */ width);
  }

  /** Returns the pixels of it. */
  public int pixels() {
    return width * height;
  }

  /** Tells whether another is the same shape, to the pixel, in whatever size. */
  public boolean isSameShape(RenditionSize other) {
    return width * other.height == height * other.width;
  }
}
