package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/** Windows-1252, where five bytes stand for nothing. */
final class SingleBytes implements TranscodedStream.CodePoints {
  private static final int FIRST = 0x80;

  /** The characters of 80 to 9F; U+FFFF where there is none. */
  private static final String DIFFERENT =
      "\u20ac\uffff\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\uffff\u017d"
          + "\uffff\uffff\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\uffff\u017e\u0178";

  @Override
  public int push(byte b) throws IOException {
    int value = b & 0xff;
    boolean differs = value >= FIRST && value < FIRST + DIFFERENT.length();
    int codePoint = differs ? DIFFERENT.charAt(value - FIRST) : value;
    if (codePoint == 0xffff) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return codePoint;
  }

  @Override
  public void finish() {
    // Each byte is a character.
  }
}
