package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes the escapes of JSON in text in their plainest form, so that they hide nothing from the
 * rules behind: an @ written as a number becomes @, an escaped slash becomes /, characters that are
 * taken out of text go here too; quotes, backslashes and line ends stay escaped, halves of
 * surrogate pairs stay as they are (<a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC
 * 8259, 7</a>).
 *
 * <p>Only where text looks like JSON: from the first bracket before a quote to the end of the line,
 * and in lines that begin with a quote. Nothing is parsed, so a line may have any length and may
 * have words before the JSON. What it makes is the same when read as JSON.
 */
final class JsonEscapes implements TextStage {
  private static final int ESCAPE = 6;
  private static final ByteSet BRACKET = ByteSet.of("{[");
  private static final ByteSet SPACE = ByteSet.of(" \t\r");

  private enum Line {
    BEGUN,
    PLAIN,
    BRACKET,
    JSON
  }

  private final TextStage next;
  private final RemovalTally removed;
  private final byte[] held = new byte[ESCAPE];
  private final byte[] plain = new byte[4];
  private int count;
  private boolean afterStump;
  private Line line = Line.BEGUN;

  JsonEscapes(TextStage next, RemovalTally removed) {
    this.next = next;
    this.removed = removed;
  }

  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (count > 0) {
        at += take(bytes[at]) ? 1 : 0;
        continue;
      }
      int slash = PlainRun.indexOf((byte) '\\', bytes, at, to);
      if (slash > at) {
        follow(bytes, at, slash);
        next.accept(bytes, at, slash);
        afterStump = false;
      }
      at = slash;
      if (at < to && line == Line.JSON) {
        held[count++] = bytes[at++];
      } else if (at < to) {
        line = Line.PLAIN;
        next.accept(bytes, at, at + 1);
        at++;
      }
    }
  }

  /** Follows what kind of line this is; only the last line of a piece matters. */
  private void follow(byte[] bytes, int from, int to) {
    int begin = to;
    while (begin > from && bytes[begin - 1] != '\n') {
      begin--;
    }
    if (begin > from) {
      line = Line.BEGUN;
    }
    for (int i = begin; i < to && line != Line.JSON; i++) {
      byte b = bytes[i];
      if (BRACKET.has(b)) {
        line = Line.BRACKET;
      } else if (b == '"' && line != Line.PLAIN) {
        line = Line.JSON;
      } else if (!SPACE.has(b)) {
        line = Line.PLAIN;
      }
    }
  }

  /** Takes the next byte of an escape; returns whether it was one. */
  private boolean take(byte b) throws IOException {
    if (count == 1) {
      if (b == '\n') {
        release(false);
        return false;
      }
      held[count++] = b;
      if (b == '/' && !afterStump) {
        write('/');
      } else if (b != 'u') {
        release(false);
      }
      return true;
    }
    if (!ByteSet.HEX.has(b)) {
      release(true);
      return false;
    }
    held[count++] = b;
    if (count == ESCAPE) {
      escape(Integer.parseInt(new String(held, 2, 4, StandardCharsets.US_ASCII), 16));
    }
    return true;
  }

  private void escape(int codePoint) throws IOException {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (half || afterStump) {
      release(false);
      return;
    }
    int letter = "\"\\\n\r\t".indexOf(codePoint);
    Removal.Kind kind = TextCleaner.removal(codePoint);
    if (letter >= 0) {
      held[1] = (byte) "\"\\nrt".charAt(letter);
      count = 2;
      release(false);
    } else if (kind != null) {
      removed.add(kind);
      count = 0;
    } else {
      write(codePoint);
    }
  }

  private void write(int codePoint) throws IOException {
    count = 0;
    next.accept(plain, 0, Utf8.write(codePoint, plain, 0));
  }

  /**
   * Lets go what is no escape that becomes plainer.
   *
   * @param stump whether it is the beginning of one, which nothing may complete
   */
  private void release(boolean stump) throws IOException {
    next.accept(held, 0, count);
    count = 0;
    afterStump = stump;
  }

  @Override
  public void finish() throws IOException {
    release(false);
    line = Line.BEGUN;
    next.finish();
  }
}
