package dev.sallyport.media.text;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The encodings that text may come in. Clean text is always UTF-8. */
public enum TextEncoding {
  /** <a href="https://www.rfc-editor.org/rfc/rfc3629">RFC 3629</a>; what is not another. */
  UTF_8,
  /** <a href="https://www.rfc-editor.org/rfc/rfc2781">RFC 2781</a>, low byte first. */
  UTF_16LE,
  /** The same, high byte first. */
  UTF_16BE,
  /**
   * <a href="https://encoding.spec.whatwg.org/#legacy-single-byte-encodings">Windows-1252</a>,
   * which holds Latin-1 but for its controls.
   */
  WINDOWS_1252;

  private static final int PIECE = 1 << 16;
  private static final int LEAST_UNITS = 8;

  /**
   * Returns what the beginning says: UTF-16 by its byte order mark, or because three characters in
   * four are ASCII; else UTF-8, since only the whole can tell that from single bytes.
   */
  public static TextEncoding ofHead(byte[] head) {
    boolean utf32 = head.length >= 4 && head[2] == 0 && head[3] == 0;
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe && !utf32) {
      return UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return UTF_16BE;
    }
    int units = head.length / 2;
    if (units < LEAST_UNITS) {
      return UTF_8;
    }
    if (areWide(head, units, 0)) {
      return UTF_16BE;
    }
    return areWide(head, units, 1) ? UTF_16LE : UTF_8;
  }

  /** Tells whether most units have a zero in their high byte, and none in the low one. */
  private static boolean areWide(byte[] head, int units, int highByte) {
    int ascii = 0;
    for (int unit = 0; unit < units; unit++) {
      byte low = head[2 * unit + 1 - highByte];
      if (low == 0) {
        return false;
      }
      ascii += head[2 * unit + highByte] == 0 && PlainRun.isPlain(low) ? 1 : 0;
    }
    return ascii >= units - units / 4;
  }

  /** Returns what the whole content is encoded in; reads it once, twice where it is not UTF-8. */
  static TextEncoding of(Content content, Pace pace) throws IOException {
    byte[] head = new byte[(int) Math.min(PIECE, content.size().bytes())];
    TextEncoding seen = ofHead(Arrays.copyOf(head, content.read(0, head)));
    if (seen != UTF_8) {
      return seen;
    }
    Utf8Check check = new Utf8Check();
    byte[] piece = new byte[PIECE];
    try (InputStream in = content.open()) {
      for (int n = in.read(piece); n >= 0 && check.accepts(piece, n); n = in.read(piece)) {
        pace.worked(n);
      }
    }
    return check.holds() || !isSingleByte(content, pace) ? UTF_8 : WINDOWS_1252;
  }

  private static boolean isSingleByte(Content content, Pace pace) throws IOException {
    ByteSurvey survey = new ByteSurvey();
    byte[] piece = new byte[PIECE];
    try (InputStream in = content.open()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        pace.worked(n);
        survey.add(piece, n);
      }
    }
    return survey.isSingleByteText();
  }

  /** Tells whether a piece of text looks like bytes of Windows-1252 rather than like UTF-8. */
  public static boolean isSingleByte(byte[] piece) {
    ByteSurvey survey = new ByteSurvey();
    survey.add(piece, piece.length);
    return survey.isSingleByteText();
  }

  /**
   * Returns the same text in UTF-8. Reading ends with an {@code UnfitContentException} where
   * something is no character: {@code MALFORMED}, or {@code TRUNCATED} at the end. UTF-8 passes
   * unchecked.
   */
  public InputStream decode(InputStream in) {
    return switch (this) {
      case UTF_8 -> in;
      case UTF_16LE -> new TranscodedStream(in, new Utf16Units(0));
      case UTF_16BE -> new TranscodedStream(in, new Utf16Units(Byte.SIZE));
      case WINDOWS_1252 -> new TranscodedStream(in, new SingleBytes());
    };
  }

  /** Returns a piece of a text in UTF-8, as far as it is text. */
  public byte[] decode(byte[] piece) {
    byte[] utf8 = new byte[3 * piece.length];
    int count = 0;
    try (InputStream in = decode(new ByteArrayInputStream(piece))) {
      for (int b = in.read(); b >= 0 && count < utf8.length; b = in.read()) {
        utf8[count++] = (byte) b;
      }
    } catch (UnfitContentException e) {
      return Arrays.copyOf(utf8, count);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
    return Arrays.copyOf(utf8, count);
  }
}
