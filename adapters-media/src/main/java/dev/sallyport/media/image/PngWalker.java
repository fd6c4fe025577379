package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks over all chunks of a PNG before any pixel is looked at, and refuses what breaks the rules
 * of <a href="https://www.w3.org/TR/png-3/#5Chunk-layout">PNG 5.3 to 5.6</a>: signature, IHDR
 * first, names, lengths, checksums of everything that is used, order, one run of IDAT, IEND.
 *
 * <p>Chunks that only hint at rendering (gAMA, cHRM, sRGB, sBIT, bKGD, hIST, pHYs, and the
 * suggested palette of a true-colour image) are dropped without a note: an image without them shows
 * the same pixels. A colour profile (iCCP, cICP, mDCV, cLLI) and everything else that is ancillary
 * is noted as removed. An animation loses its frames and keeps its default image; its frames count
 * towards the pixel limit all the same.
 */
final class PngWalker {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int IHDR = PngHeader.chunk("IHDR");
  private static final int PLTE = PngHeader.chunk("PLTE");
  static final int IDAT = PngHeader.chunk("IDAT");
  private static final int IEND = PngHeader.chunk("IEND");
  private static final int TRNS = PngHeader.chunk("tRNS");
  private static final int EXIF = PngHeader.chunk("eXIf");
  private static final int PROFILE = PngHeader.chunk("iCCP");
  private static final int FRAME_CONTROL = PngHeader.chunk("fcTL");
  private static final int FRAME_CONTROL_BYTES = 26;
  private static final int EXIF_BYTES = 1 << 16;
  private static final Set<Integer> HINTS =
      Set.of(
          PngHeader.chunk("gAMA"),
          PngHeader.chunk("cHRM"),
          PngHeader.chunk("sRGB"),
          PngHeader.chunk("sBIT"),
          PngHeader.chunk("bKGD"),
          PngHeader.chunk("hIST"),
          PngHeader.chunk("pHYs"));
  private static final Set<Integer> PROFILES =
      Set.of(
          PngHeader.chunk("iCCP"),
          PngHeader.chunk("cICP"),
          PngHeader.chunk("mDCV"),
          PngHeader.chunk("cLLI"));

  private final ImageBytes bytes;
  private final SanitizationPolicy policy;
  private final RemovalTally removed;
  private final byte[] piece = new byte[1 << 13];
  private byte[] palette = new byte[0];
  private byte[] transparency = new byte[0];
  private byte[] profile = new byte[0];
  private boolean oriented;
  private Orientation orientation = Orientation.UPRIGHT;
  private long firstData = -1;
  private boolean dataEnded;
  private long pixels;

  PngWalker(Content content, SanitizationPolicy policy, Pace pace, RemovalTally removed) {
    bytes = new ImageBytes(content, pace);
    this.policy = policy;
    this.removed = removed;
  }

  PngLayout walk() throws IOException {
    require(ByteBuffer.wrap(bytes.read(8)).getLong() == SIGNATURE);
    int length = bytes.i32();
    require(bytes.i32() == IHDR && length == PngHeader.LENGTH);
    PngHeader header = PngHeader.parse(checked(IHDR, length), policy.maxPixels());
    pixels = header.pixels();
    while (true) {
      long start = bytes.position();
      length = bytes.i32();
      int name = bytes.i32();
      require(length >= 0 && isName(name));
      if (name == IEND) {
        require(length == 0);
        checked(name, length);
        break;
      }
      chunk(header, start, name, length);
    }
    return end(header);
  }

  private PngLayout end(PngHeader header) throws UnfitContentException {
    // A file without pixels breaks the rules rather than ending early: it has its end.
    require(firstData >= 0);
    require(header.colorType() != PngHeader.PALETTE || palette.length > 0);
    if (bytes.remaining() > 0) {
      removed.add(Removal.Kind.TRAILING_DATA);
    }
    byte[] used = header.colorType() == PngHeader.PALETTE ? palette : new byte[0];
    return new PngLayout(header, used, transparency, firstData, orientation);
  }

  /** Returns the embedded colour profile, empty when there is none that could be read. */
  byte[] profile() {
    return profile;
  }

  private void chunk(PngHeader header, long start, int name, int length) throws IOException {
    if (name == IDAT) {
      require(!dataEnded);
      firstData = firstData < 0 ? start : firstData;
      verified(name, length);
      return;
    }
    dataEnded = firstData >= 0;
    if (name == PLTE) {
      readPalette(header, length);
    } else if (name == TRNS) {
      readTransparency(header, length);
    } else {
      require(isAncillary(name) && length <= policy.maxChunkBytes().bytes());
      readAncillary(name, length);
    }
  }

  private void readPalette(PngHeader header, int length) throws IOException {
    require(palette.length == 0 && transparency.length == 0 && !dataEnded);
    require(header.colorType() != PngHeader.GRAY && header.colorType() != PngHeader.GRAY_ALPHA);
    int most = header.colorType() == PngHeader.PALETTE ? 1 << header.bitDepth() : 256;
    require(length > 0 && length % 3 == 0 && length / 3 <= most);
    palette = checked(PLTE, length);
  }

  private void readTransparency(PngHeader header, int length) throws IOException {
    int most = header.maxTransparencyBytes(palette.length / 3);
    require(transparency.length == 0 && !dataEnded && length > 0 && length <= most);
    require(header.colorType() == PngHeader.PALETTE || length == most);
    transparency = checked(TRNS, length);
  }

  private void readAncillary(int name, int length) throws IOException {
    if (HINTS.contains(name)) {
      bytes.skip(length + 4L);
      return;
    }
    removed.add(PROFILES.contains(name) ? Removal.Kind.COLOR_PROFILE : Removal.Kind.IMAGE_METADATA);
    if (name == EXIF && !oriented && length <= EXIF_BYTES) {
      oriented = true;
      orientation = ExifOrientation.read(bytes.read(length));
      bytes.skip(4);
    } else if (name == PROFILE && profile.length == 0 && !dataEnded) {
      profile = PngProfile.inflate(bytes.read(length), policy.maxChunkBytes().bytes());
      bytes.skip(4);
    } else if (name == FRAME_CONTROL && length == FRAME_CONTROL_BYTES) {
      countFrame(ByteBuffer.wrap(bytes.read(length)));
      bytes.skip(4);
    } else {
      bytes.skip(length + 4L);
    }
  }

  /** A frame that stands before the pixels is the default image, which has been counted. */
  private void countFrame(ByteBuffer control) throws UnfitContentException {
    long width = Integer.toUnsignedLong(control.getInt(4));
    long height = Integer.toUnsignedLong(control.getInt(8));
    if (firstData >= 0 && width > 0 && height > 0) {
      pixels = width > policy.maxPixels() / height ? Long.MAX_VALUE : pixels + width * height;
    }
    if (pixels > policy.maxPixels()) {
      throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
    }
  }

  private byte[] checked(int name, int length) throws IOException {
    byte[] data = bytes.read(length);
    CRC32 crc = begun(name);
    crc.update(data);
    require((int) crc.getValue() == bytes.i32());
    return data;
  }

  private void verified(int name, int length) throws IOException {
    if (length > bytes.remaining()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    CRC32 crc = begun(name);
    for (int left = length; left > 0; ) {
      int count = Math.min(left, piece.length);
      bytes.read(piece, 0, count);
      crc.update(piece, 0, count);
      left -= count;
    }
    require((int) crc.getValue() == bytes.i32());
  }

  private static CRC32 begun(int name) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(4).putInt(0, name));
    return crc;
  }

  private static boolean isName(int name) {
    for (int shift = 0; shift < 32; shift += 8) {
      int letter = name >>> shift & 0xdf;
      if (letter < 'A' || letter > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAncillary(int name) {
    return (name & 0x20000000) != 0;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
