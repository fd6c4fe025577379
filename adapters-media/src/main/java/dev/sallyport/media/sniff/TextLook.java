package dev.sallyport.media.sniff;

import dev.sallyport.media.text.TextEncoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes could be text.
 *
 * <p>In UTF-8: no NUL, and at most one in ten that is a wrong byte or a control character other
 * than white space, backspace and escape. In single bytes: what {@link TextEncoding} says. In
 * UTF-16, which nearly any bytes could be: at most one in fifty that is such a control, half a
 * surrogate pair, for private use or not assigned, and no NUL.
 *
 * <p>Lenient on purpose: text with one wrong byte is broken text, which the rebuilder refuses for
 * what it is, and not an unknown type; and a piece of a long text may begin and end within a
 * character.
 */
final class TextLook {
  private static final int TOLERATED_PART = 10;
  private static final int TOLERATED_WIDE_PART = 50;

  private TextLook() {}

  /** Tells whether a piece could be text in UTF-8 or single bytes. */
  static boolean isPlausible(byte[] piece) {
    return isPlausibleUtf8(piece) || TextEncoding.isSingleByte(piece);
  }

  static boolean isPlausible(byte[] piece, TextEncoding encoding) {
    return switch (encoding) {
      case UTF_8, WINDOWS_1252 -> isPlausible(piece);
      case UTF_16LE -> isPlausibleWide(piece, StandardCharsets.UTF_16LE);
      case UTF_16BE -> isPlausibleWide(piece, StandardCharsets.UTF_16BE);
    };
  }

  private static boolean isPlausibleUtf8(byte[] piece) {
    int odd = wrongBytes(piece);
    for (byte b : piece) {
      if (b == 0) {
        return false;
      }
      odd += isOddControl(b) ? 1 : 0;
    }
    return odd <= piece.length / TOLERATED_PART;
  }

  private static boolean isPlausibleWide(byte[] piece, Charset charset) {
    String text = new String(piece, 0, piece.length / 2 * 2, charset);
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      int codePoint = text.codePointAt(i);
      if (codePoint == 0) {
        return false;
      }
      i += Character.charCount(codePoint) - 1;
      int type = Character.getType(codePoint);
      boolean nothing =
          type == Character.UNASSIGNED
              || type == Character.PRIVATE_USE
              || type == Character.SURROGATE
              || codePoint == 0xfffd; // What the decoder makes of half a pair.
      odd += nothing || isOddControl(codePoint) ? 1 : 0;
    }
    // The first and the last character may be halves, and one may be broken.
    return odd <= Math.max(1, text.length() / TOLERATED_WIDE_PART);
  }

  private static boolean isOddControl(int codePoint) {
    boolean usual =
        (codePoint >= '\b' && codePoint <= '\r' && codePoint != 0x0b) || codePoint == 0x1b;
    return codePoint > 0 && codePoint < ' ' && !usual;
  }

  private static int wrongBytes(byte[] piece) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(piece);
    CharBuffer characters = CharBuffer.allocate(1 << 10);
    int wrong = 0;
    while (true) {
      CoderResult result = decoder.decode(bytes, characters.clear(), true);
      if (result.isUnderflow()) {
        return wrong;
      }
      if (result.isError()) {
        wrong += result.length();
        bytes.position(bytes.position() + result.length());
      }
    }
  }
}
