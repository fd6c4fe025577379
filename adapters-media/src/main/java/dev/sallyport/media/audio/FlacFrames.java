package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * Follows <a href="https://www.rfc-editor.org/rfc/rfc9639#section-9">FLAC frames</a> to the end of
 * the content: every header agrees with STREAMINFO and with the frame before it, and both checksums
 * hold.
 */
final class FlacFrames {
  private static final int SYNC = 0x7ffc;
  private static final int[] RATES = {
    0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
  };
  private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};
  private static final int STEREO_CODES = 8;

  private final ContentCursor bytes;
  private final FlacStreamInfo info;
  private final FrameBits bits;
  private final FlacSubframe subframe;
  private int strategy = -1;
  private int fixedBlock;
  private int block;
  private long frames;
  private long samples;

  FlacFrames(ContentCursor bytes, FlacStreamInfo info) {
    this.bytes = bytes;
    this.info = info;
    bits = new FrameBits(bytes);
    subframe = new FlacSubframe(bits);
  }

  void follow() throws IOException {
    while (bytes.remaining() > 0) {
      long start = bytes.position();
      requireSync(start);
      frame();
      malformedUnless(info.allowsFrame(bytes.position() - start));
      samples += block;
      frames++;
      malformedUnless(info.samples() == 0 || samples <= info.samples());
    }
    refuseUnless(frames > 0 && samples >= info.samples(), ReasonCode.TRUNCATED);
  }

  /** Whatever else stands where all announced samples have been, or none were, comes afterwards. */
  private void requireSync(long start) throws IOException {
    boolean complete = frames > 0 && samples >= info.samples();
    ReasonCode otherwise = complete ? ReasonCode.TRAILING_DATA : ReasonCode.MALFORMED;
    refuseUnless(bytes.u8() == 0xff, otherwise);
    refuseUnless(bytes.remaining() > 0, complete ? otherwise : ReasonCode.TRUNCATED);
    refuseUnless((bytes.u8() & 0xfe) == 0xf8, otherwise);
    bytes.seek(start);
  }

  private void frame() throws IOException {
    bits.begin();
    malformedUnless(bits.read(15) == SYNC);
    int variable = (int) bits.read(1);
    malformedUnless(strategy < 0 || strategy == variable);
    strategy = variable;
    int blockCode = (int) bits.read(4);
    int rateCode = (int) bits.read(4);
    int channelCode = (int) bits.read(4);
    int bitsCode = (int) bits.read(3);
    malformedUnless(bits.read(1) == 0 && number() == (variable == 1 ? samples : frames));
    block = block(blockCode);
    requireBlock();
    malformedUnless(rate(rateCode) == info.rate());
    malformedUnless(bitsCode == 0 || BITS[bitsCode] == info.bits());
    bits.read(8);
    malformedUnless(bits.headerChecksum() == 0);
    subframes(channelCode);
    bits.align();
    bits.read(16);
    malformedUnless(bits.frameChecksum() == 0);
  }

  private void subframes(int channelCode) throws IOException {
    int channels = channelCode < STEREO_CODES ? channelCode + 1 : 2;
    malformedUnless(channelCode <= STEREO_CODES + 2 && channels == info.channels());
    for (int channel = 0; channel < channels; channel++) {
      boolean side =
          channelCode >= STEREO_CODES && channel == (channelCode == STEREO_CODES + 1 ? 0 : 1);
      subframe.follow(block, info.bits() + (side ? 1 : 0));
    }
  }

  /** Only the last block may be shorter than the shortest, or than all others of a fixed size. */
  private void requireBlock() throws UnfitContentException {
    boolean last = info.samples() == 0 || samples + block == info.samples();
    malformedUnless(block <= info.maxBlock() && (block >= info.minBlock() || last));
    if (frames == 0) {
      fixedBlock = block;
    }
    malformedUnless(strategy == 1 || block == fixedBlock || (last && block < fixedBlock));
  }

  /** A number in the manner of UTF-8, up to 36 bits. */
  private long number() throws IOException {
    int first = (int) bits.read(8);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    malformedUnless(ones != 1 && ones <= 7);
    long value = ones == 0 ? first : first & (0x7f >> ones);
    for (int i = 1; i < ones; i++) {
      int next = (int) bits.read(8);
      malformedUnless(next >>> 6 == 2);
      value = value << 6 | (next & 0x3f);
    }
    return value;
  }

  private int block(int code) throws IOException {
    malformedUnless(code != 0);
    return switch (code) {
      case 1 -> 192;
      case 2, 3, 4, 5 -> 576 << (code - 2);
      case 6 -> (int) bits.read(8) + 1;
      case 7 -> (int) bits.read(16) + 1;
      default -> 256 << (code - 8);
    };
  }

  private long rate(int code) throws IOException {
    malformedUnless(code != 15);
    return switch (code) {
      case 0 -> info.rate();
      case 12 -> bits.read(8) * 1000;
      case 13 -> bits.read(16);
      case 14 -> bits.read(16) * 10;
      default -> RATES[code];
    };
  }
}
