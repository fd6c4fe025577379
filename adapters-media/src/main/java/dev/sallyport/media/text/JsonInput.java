package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands a JSON parser nothing but well-formed UTF-8 without NUL and without a leading byte order
 * mark, so that it neither guesses an encoding nor mends one.
 */
final class JsonInput extends FilterInputStream {
  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final Pace pace;
  private final RemovalTally removed;
  private final Utf8Decoder decoder = new Utf8Decoder();
  private boolean begun;
  private boolean ended;

  JsonInput(InputStream in, Pace pace, RemovalTally removed) {
    super(in);
    this.pace = pace;
    this.removed = removed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!begun) {
      begun = true;
      skipByteOrderMarks();
    }
    int count = in.read(target, offset, length);
    pace.worked(Math.max(0, count));
    for (int i = 0; i < count; i++) {
      int codePoint = decoder.push(target[offset + i]);
      if (codePoint == 0 || codePoint == Utf8Decoder.INVALID) {
        throw new UnfitContentException(ReasonCode.MALFORMED);
      }
    }
    ended |= count < 0;
    if (count < 0 && !decoder.atBoundary()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    return count;
  }

  /** Tells whether the parser has asked for more than there is. */
  boolean hasEnded() {
    return ended;
  }

  private void skipByteOrderMarks() throws IOException {
    in.mark(BYTE_ORDER_MARK_BYTES);
    byte[] head = in.readNBytes(BYTE_ORDER_MARK_BYTES);
    while (head.length == BYTE_ORDER_MARK_BYTES
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf) {
      removed.add(Removal.Kind.BYTE_ORDER_MARK);
      in.mark(BYTE_ORDER_MARK_BYTES);
      head = in.readNBytes(BYTE_ORDER_MARK_BYTES);
    }
    in.reset();
  }
}
