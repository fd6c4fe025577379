package dev.sallyport.media.sniff;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes could be text in UTF-8: no NUL, and at most one in ten that is a wrong byte or a
 * control character other than white space, backspace and escape.
 *
 * <p>Lenient on purpose: text with one wrong byte is broken text, which the rebuilder refuses for
 * what it is, and not an unknown type; and a piece of a long text may begin and end within a
 * character.
 */
final class TextLook {
  private static final int TOLERATED_PART = 10;

  private TextLook() {}

  static boolean isPlausible(byte[] piece) {
    int odd = wrongBytes(piece);
    for (byte b : piece) {
      if (b == 0) {
        return false;
      }
      boolean usual = (b >= '\b' && b <= '\r' && b != 0x0b) || b == 0x1b;
      if (b > 0 && b < ' ' && !usual) {
        odd++;
      }
    }
    return odd <= piece.length / TOLERATED_PART;
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
