package dev.sallyport.media.image;

/**
 * How stored pixels have to be turned to stand upright.
 *
 * <p>The pixel at (x, y) of the upright image is the stored pixel at (u, v): (y, x) when
 * transposed, else (x, y); then u counts from the right when flipped in x, and v from the bottom
 * when flipped in y. Values and their meaning are those of the Exif tag 0x0112 (<a
 * href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">Exif 2.32, 4.6.4
 * A</a>).
 */
enum Orientation {
  /** 1: upright already. */
  UPRIGHT(false, false, false),
  /** 2: mirrored left to right. */
  MIRRORED(false, true, false),
  /** 3: upside down. */
  HALF_TURN(false, true, true),
  /** 4: mirrored top to bottom. */
  FLIPPED(false, false, true),
  /** 5: mirrored along the falling diagonal. */
  TRANSPOSED(true, false, false),
  /** 6: to be turned a quarter clockwise. */
  QUARTER_TURN(true, false, true),
  /** 7: mirrored along the rising diagonal. */
  TRANSVERSED(true, true, true),
  /** 8: to be turned a quarter counter-clockwise. */
  THREE_QUARTER_TURN(true, true, false);

  private final boolean transposed;
  private final boolean flippedX;
  private final boolean flippedY;

  Orientation(boolean transposed, boolean flippedX, boolean flippedY) {
    this.transposed = transposed;
    this.flippedX = flippedX;
    this.flippedY = flippedY;
  }

  /** Returns the orientation of an Exif value; what is no such value means upright. */
  static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Tells whether width and height change places. */
  boolean transposed() {
    return transposed;
  }

  /** Tells whether stored columns are to be read from the right. */
  boolean flippedX() {
    return flippedX;
  }

  /** Tells whether stored rows are to be read from the bottom. */
  boolean flippedY() {
    return flippedY;
  }
}
