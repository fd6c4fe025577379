package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What <a href="https://www.rfc-editor.org/rfc/rfc9639#section-8.2">STREAMINFO</a> says.
 *
 * @param minBlock fewest samples of a block but the last
 * @param maxBlock most samples of a block
 * @param minFrame fewest bytes of a frame; 0 when not known
 * @param maxFrame most bytes of a frame; 0 when not known
 * @param samples of each channel; 0 when not known
 */
record FlacStreamInfo(
    int minBlock,
    int maxBlock,
    int minFrame,
    int maxFrame,
    int rate,
    int channels,
    int bits,
    long samples) {
  static final int BYTES = 34;
  private static final int MIN_BLOCK = 16;

  static FlacStreamInfo parse(byte[] block) throws IOException {
    malformedUnless(block.length == BYTES);
    ByteBuffer fields = ByteBuffer.wrap(block);
    long packed = fields.getLong(10);
    FlacStreamInfo info =
        new FlacStreamInfo(
            Short.toUnsignedInt(fields.getShort(0)),
            Short.toUnsignedInt(fields.getShort(2)),
            fields.getInt(3) & 0xff_ffff,
            fields.getInt(6) & 0xff_ffff,
            (int) (packed >>> 44),
            (int) (packed >>> 41 & 7) + 1,
            (int) (packed >>> 36 & 31) + 1,
            packed & 0xf_ffff_ffffL);
    malformedUnless(info.minBlock >= MIN_BLOCK && info.maxBlock >= info.minBlock);
    malformedUnless(info.maxFrame == 0 || info.maxFrame >= info.minFrame);
    malformedUnless(info.rate > 0 && info.bits >= 4);
    return info;
  }

  boolean allowsFrame(long bytes) {
    return bytes >= minFrame && (maxFrame == 0 || bytes <= maxFrame);
  }
}
