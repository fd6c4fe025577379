package dev.sallyport.media.sniff;

import dev.sallyport.domain.sanitization.FileType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Bytes by which types are known. The list of types that nobody handles needs to hold only those
 * that could pass as text; it names the usual ones besides.
 */
final class Signatures {
  /** PDF readers search this far for the header (ISO 32000-1, annex H.3.4.1). */
  private static final int PDF_SEARCH = 1024;

  private static final byte[] PDF = ascii("%PDF-");
  private static final byte[] ZIP_END = hex("504b0506");

  private static final List<Signature> KNOWN =
      List.of(
          new Signature(FileType.JPEG, 0, hex("ffd8ff")),
          new Signature(FileType.PNG, 0, hex("89504e470d0a1a0a")),
          new Signature(FileType.GIF, 0, ascii("GIF87a")),
          new Signature(FileType.GIF, 0, ascii("GIF89a")),
          new Signature(FileType.OGG, 0, ascii("OggS")),
          new Signature(FileType.FLAC, 0, ascii("fLaC")),
          new Signature(FileType.MP3, 0, ascii("ID3")),
          new Signature(FileType.MP4, 4, ascii("ftyp")),
          new Signature(FileType.WEBM, 0, hex("1a45dfa3")),
          new Signature(FileType.MINIDUMP, 0, hex("4d444d5093a7")),
          new Signature(FileType.ZIP, 0, hex("504b0304")),
          new Signature(FileType.ZIP, 0, ZIP_END),
          new Signature(FileType.GZIP, 0, hex("1f8b")),
          new Signature(FileType.TAR, 257, ascii("ustar")),
          new Signature(FileType.PDF, 0, PDF),
          new Signature(FileType.OFFICE, 0, hex("d0cf11e0a1b11ae1")));

  private static final List<byte[]> OTHERS =
      List.of(
          ascii("%!PS"),
          ascii("{\\rtf"),
          ascii("RIFF"),
          ascii("RIFX"),
          ascii("FORM"),
          ascii("BZh"),
          ascii("Rar!"),
          ascii("SQLite format 3"),
          hex("fd377a585a00"),
          hex("28b52ffd"),
          hex("377abcaf271c"),
          hex("7f454c46"),
          hex("cafebabe"),
          hex("feedface"),
          hex("feedfacf"),
          hex("cefaedfe"),
          hex("cffaedfe"),
          hex("0061736d"),
          hex("49492a00"),
          hex("4d4d002a"));

  private Signatures() {}

  private record Signature(
      FileType type, int offset, @SuppressWarnings("ArrayRecordComponent") byte[] expected) {
    boolean isIn(byte[] head) {
      return startsWith(head, offset, expected);
    }
  }

  /** Returns the type that some bytes at the beginning stand for, if they stand for one. */
  static Optional<FileType> known(byte[] head) {
    return KNOWN.stream()
        .filter(signature -> signature.isIn(head))
        .map(Signature::type)
        .findFirst()
        .or(() -> riff(head))
        .or(() -> bitmap(head))
        .or(() -> mpegAudio(head));
  }

  private static Optional<FileType> riff(byte[] head) {
    if (!startsWith(head, 0, ascii("RIFF")) && !startsWith(head, 0, ascii("RF64"))) {
      return Optional.empty();
    }
    if (startsWith(head, 8, ascii("WEBP"))) {
      return Optional.of(FileType.WEBP);
    }
    return startsWith(head, 8, ascii("WAVE")) ? Optional.of(FileType.WAV) : Optional.empty();
  }

  /** Two letters are few: BM counts only before the size of a header that there is. */
  private static Optional<FileType> bitmap(byte[] head) {
    boolean header =
        startsWith(head, 0, ascii("BM"))
            && head.length >= 18
            && startsWith(head, 15, new byte[3])
            && List.of(12, 40, 52, 56, 64, 108, 124).contains(head[14] & 0xff);
    return header ? Optional.of(FileType.BMP) : Optional.empty();
  }

  /** A frame header of layer III (ISO/IEC 11172-3, 2.4.1.3) that uses no reserved value. */
  private static Optional<FileType> mpegAudio(byte[] head) {
    boolean frame =
        head.length >= 4
            && head[0] == (byte) 0xff
            && (head[1] & 0xe6) == 0xe2
            && (head[1] & 0x18) != 0x08
            && (head[2] & 0xf0) != 0xf0
            && (head[2] & 0xf0) != 0
            && (head[2] & 0x0c) != 0x0c;
    return frame ? Optional.of(FileType.MP3) : Optional.empty();
  }

  /** Tells whether this is of a known type that nobody handles. */
  static boolean isOther(byte[] head) {
    return OTHERS.stream().anyMatch(expected -> startsWith(head, 0, expected))
        || isWindowsProgram(head);
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

  static boolean contains(byte[] bytes, byte[] expected) {
    return indexOf(bytes, bytes.length, expected) >= 0;
  }

  private static int indexOf(byte[] bytes, int limit, byte[] expected) {
    for (int i = 0; i + expected.length <= limit; i++) {
      if (bytes[i] == expected[0] && startsWith(bytes, i, expected)) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsWith(byte[] bytes, int from, byte[] expected) {
    int to = from + expected.length;
    return to <= bytes.length && Arrays.equals(bytes, from, to, expected, 0, expected.length);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
