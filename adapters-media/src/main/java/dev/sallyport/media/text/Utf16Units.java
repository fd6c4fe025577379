package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/** UTF-16, whose surrogates have to come in pairs. */
final class Utf16Units implements TranscodedStream.CodePoints {
  private final int firstShift;
  private boolean half;
  private int unit;
  private char high;

  /**
   * Makes one.
   *
   * @param firstShift how far the first byte of a unit is shifted, 0 or 8
   */
  Utf16Units(int firstShift) {
    this.firstShift = firstShift;
  }

  @Override
  public int push(byte b) throws IOException {
    half = !half;
    if (half) {
      unit = (b & 0xff) << firstShift;
      return NONE;
    }
    char c = (char) (unit | (b & 0xff) << (Byte.SIZE - firstShift));
    if (Character.isLowSurrogate(c) != (high != 0)) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    if (Character.isHighSurrogate(c)) {
      high = c;
      return NONE;
    }
    int codePoint = high == 0 ? c : Character.toCodePoint(high, c);
    high = 0;
    return codePoint;
  }

  @Override
  public void finish() throws IOException {
    if (half || high != 0) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
  }
}
