package dev.sallyport.media.sniff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes by which types are known. The list of types that are refused needs to hold only those that
 * could pass as text; it names the usual ones besides.
 */
final class Signatures {
  private static final byte[] JPEG = hex("ffd8ff");
  private static final byte[] PNG = hex("89504e470d0a1a0a");

  /** PDF readers search this far for the header (ISO 32000-1, annex H.3.4.1). */
  private static final int PDF_SEARCH = 1024;

  private static final byte[] PDF = ascii("%PDF-");
  private static final byte[] ZIP_END = hex("504b0506");

  private static final List<Signature> OTHERS =
      List.of(
          new Signature(0, PDF),
          new Signature(0, ascii("%!PS")),
          new Signature(0, ascii("{\\rtf")),
          new Signature(0, ascii("GIF87a")),
          new Signature(0, ascii("GIF89a")),
          new Signature(0, ascii("RIFF")),
          new Signature(0, ascii("RIFX")),
          new Signature(0, ascii("OggS")),
          new Signature(0, ascii("fLaC")),
          new Signature(0, ascii("ID3")),
          new Signature(0, ascii("FORM")),
          new Signature(0, ascii("BZh")),
          new Signature(0, ascii("Rar!")),
          new Signature(0, ascii("MDMP")),
          new Signature(0, ascii("SQLite format 3")),
          new Signature(0, hex("504b0304")),
          new Signature(0, ZIP_END),
          new Signature(0, hex("1f8b")),
          new Signature(0, hex("fd377a585a00")),
          new Signature(0, hex("28b52ffd")),
          new Signature(0, hex("377abcaf271c")),
          new Signature(0, hex("d0cf11e0a1b11ae1")),
          new Signature(0, hex("7f454c46")),
          new Signature(0, hex("cafebabe")),
          new Signature(0, hex("feedface")),
          new Signature(0, hex("feedfacf")),
          new Signature(0, hex("cefaedfe")),
          new Signature(0, hex("cffaedfe")),
          new Signature(0, hex("0061736d")),
          new Signature(0, hex("49492a00")),
          new Signature(0, hex("4d4d002a")),
          new Signature(4, ascii("ftyp")),
          new Signature(257, ascii("ustar")));

  private Signatures() {}

  private record Signature(int offset, @SuppressWarnings("ArrayRecordComponent") byte[] expected) {
    boolean isIn(byte[] head) {
      return startsWith(head, offset, expected);
    }
  }

  static boolean isJpeg(byte[] head) {
    return startsWith(head, 0, JPEG);
  }

  static boolean isPng(byte[] head) {
    return startsWith(head, 0, PNG);
  }

  /** Tells whether this is of a known type that nobody handles. */
  static boolean isOther(byte[] head) {
    return OTHERS.stream().anyMatch(signature -> signature.isIn(head)) || isWindowsProgram(head);
  }

  /** Two letters are few: MZ counts only where the header behind it is no text. */
  private static boolean isWindowsProgram(byte[] head) {
    return startsWith(head, 0, ascii("MZ")) && !TextLook.isPlausible(head);
  }

  /**
   * Tells whether a lenient reader would find another type inside.
   *
   * @param tail the last 64 KiB, in which a ZIP archive has its end record
   */
  static boolean isHiddenIn(byte[] head, byte[] tail) {
    return indexOf(head, Math.min(head.length, PDF_SEARCH), PDF) >= 0
        || indexOf(tail, tail.length, ZIP_END) >= 0;
  }

  private static int indexOf(byte[] bytes, int limit, byte[] expected) {
    for (int i = 0; i + expected.length <= limit; i++) {
      if (bytes[i] == expected[0] && startsWith(bytes, i, expected)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] expected) {
    int to = from + expected.length;
    return to <= bytes.length && Arrays.equals(bytes, from, to, expected, 0, expected.length);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
