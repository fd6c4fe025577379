package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.nio.ByteBuffer;

/**
 * What a JPEG's frame header says, and which of its components have had a scan.
 *
 * <p>Baseline, extended sequential and progressive Huffman frames of 8 bits are understood (<a
 * href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, B.2.2</a>). Arithmetic, lossless,
 * hierarchical and 12-bit ones are {@code UNSUPPORTED_TYPE}: the JDK decodes none of them.
 */
final class JpegFrame {
  private static final int SOF2 = 0xc2;
  private static final int MAX_SAMPLING = 4;

  final int width;
  final int height;
  final int components;
  final boolean progressive;
  private final int[] ids;
  private final int[] blocksPerUnit;
  private int widest = 1;
  private int highest = 1;
  private int begun;

  JpegFrame(int marker, byte[] segment, long maxPixels) throws UnfitContentException {
    ByteBuffer data = ByteBuffer.wrap(segment);
    require(segment.length >= 6);
    int precision = data.get();
    height = Short.toUnsignedInt(data.getShort());
    width = Short.toUnsignedInt(data.getShort());
    components = Byte.toUnsignedInt(data.get());
    require(width > 0 && height > 0 && data.remaining() == 3 * components);
    if (precision != 8) {
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
    require(components == 1 || components == 3 || components == 4);
    if ((long) width * height > maxPixels) {
      throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
    }
    progressive = marker == SOF2;
    ids = new int[components];
    blocksPerUnit = new int[components];
    for (int i = 0; i < components; i++) {
      readComponent(i, data);
    }
  }

  private void readComponent(int i, ByteBuffer data) throws UnfitContentException {
    ids[i] = Byte.toUnsignedInt(data.get());
    for (int j = 0; j < i; j++) {
      require(ids[i] != ids[j]);
    }
    int sampling = Byte.toUnsignedInt(data.get());
    int across = sampling >> 4;
    int down = sampling & 15;
    require(across >= 1 && across <= MAX_SAMPLING && down >= 1 && down <= MAX_SAMPLING);
    blocksPerUnit[i] = across * down;
    widest = Math.max(widest, across);
    highest = Math.max(highest, down);
    data.get();
  }

  /** Notes the header of a scan, without its length. */
  void scan(byte[] header) throws UnfitContentException {
    require(header.length >= 6);
    int count = header[0];
    require(count >= 1 && count <= components && header.length == 4 + 2 * count);
    boolean firstOfItsKind =
        !progressive || (header[1 + 2 * count] == 0 && header[3 + 2 * count] >> 4 == 0);
    for (int i = 0; i < count; i++) {
      int component = indexOf(Byte.toUnsignedInt(header[1 + 2 * i]));
      if (firstOfItsKind) {
        begun |= 1 << component;
      }
    }
  }

  private int indexOf(int id) throws UnfitContentException {
    for (int i = 0; i < components; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    throw new UnfitContentException(ReasonCode.MALFORMED);
  }

  /** Tells whether every component has had the scan without which it shows nothing. */
  boolean complete() {
    return begun == (1 << components) - 1;
  }

  /** Tells whether the components are called R, G and B. */
  boolean namedRgb() {
    return components == 3 && ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B';
  }

  /** Returns the bytes of all coefficients, two each, in whole units. */
  long coefficientBytes() {
    long units = (long) Math.ceilDiv(width, 8 * widest) * Math.ceilDiv(height, 8 * highest);
    int blocks = 0;
    for (int each : blocksPerUnit) {
      blocks += each;
    }
    return units * blocks * 128;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
