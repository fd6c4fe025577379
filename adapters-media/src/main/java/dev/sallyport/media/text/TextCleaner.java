package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets only well-formed UTF-8 pass, and takes out what is not text: control characters other than
 * tab, line feed and carriage return; terminal escape sequences; characters that change the
 * direction of text (<a
 * href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX 9, section
 * 2</a>, marks included); byte order marks, wherever they stand.
 *
 * <p>NUL means that it is no text at all: {@code MALFORMED}, as are wrong bytes. A file that ends
 * within a character is {@code TRUNCATED}.
 */
final class TextCleaner implements TextStage {
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private final TextStage next;
  private final RemovalTally removed;
  private final boolean nulIsControl;
  private final Utf8Decoder decoder = new Utf8Decoder();
  private final EscapeSequence escape = new EscapeSequence();
  private final byte[] character = new byte[4];
  private int characterBytes;

  /**
   * Makes one.
   *
   * @param nulIsControl whether NUL is taken out like other controls, because what it came in is
   *     known to be text
   */
  TextCleaner(TextStage next, RemovalTally removed, boolean nulIsControl) {
    this.next = next;
    this.removed = removed;
    this.nulIsControl = nulIsControl;
  }

  /**
   * Returns all stages before the last.
   *
   * @param redact whether secrets and personal data go
   */
  static TextStage before(
      TextStage last, RemovalTally removed, boolean nulIsControl, boolean redact) {
    TextStage next = redact ? new JsonEscapes(new Redactor(last, removed), removed) : last;
    return new TextCleaner(next, removed, nulIsControl);
  }

  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (characterBytes == 0 && !escape.isOpen()) {
        int run = PlainRun.end(bytes, at, to);
        if (run > at) {
          next.accept(bytes, at, run);
          at = run;
          continue;
        }
      }
      special(bytes[at++]);
    }
  }

  private void special(byte b) throws IOException {
    int codePoint = decoder.push(b);
    if (codePoint == Utf8Decoder.INVALID || (codePoint == 0 && !nulIsControl)) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    if (escape.isOpen() && escape.takes(b)) {
      return;
    }
    character[characterBytes++] = b;
    if (codePoint != Utf8Decoder.MORE) {
      complete(codePoint);
      characterBytes = 0;
    }
  }

  private void complete(int codePoint) throws IOException {
    Removal.Kind kind = removal(codePoint);
    if (kind == null) {
      next.accept(character, 0, characterBytes);
      return;
    }
    removed.add(kind);
    if (codePoint == 0x1b) {
      escape.begin();
    }
  }

  /** Returns as what a character is taken out, or null. */
  static Removal.@Nullable Kind removal(int codePoint) {
    if (isControl(codePoint)) {
      return Removal.Kind.CONTROL_CHARACTER;
    }
    if (isBidiControl(codePoint)) {
      return Removal.Kind.BIDI_CONTROL;
    }
    return codePoint == BYTE_ORDER_MARK ? Removal.Kind.BYTE_ORDER_MARK : null;
  }

  private static boolean isControl(int codePoint) {
    return codePoint < 0x80 ? !PlainRun.isPlain((byte) codePoint) : codePoint < 0xa0;
  }

  private static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061c
        || codePoint == 0x200e
        || codePoint == 0x200f
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  @Override
  public void finish() throws IOException {
    if (!decoder.atBoundary()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    escape.reset();
    next.finish();
  }
}
