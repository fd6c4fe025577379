package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a {@code fmt } chunk says (<a
 * href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">WAVE
 * specifications</a>), with every field agreeing with the others.
 *
 * @param code PCM, float, A-law, u-law or IMA ADPCM
 * @param channels 1 to 64
 * @param rate frames in a second
 * @param blockAlign bytes of a block
 * @param bits of a sample's container
 * @param blockFrames frames in a block; 1 unless compressed
 * @param extension valid bits and speakers; nothing (0 bits) in the plain forms
 */
record WavFormat(
    int code,
    int channels,
    long rate,
    int blockAlign,
    int bits,
    int blockFrames,
    Extension extension) {
  static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int U_LAW = 7;
  private static final int IMA_ADPCM = 0x11;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int MAX_CHANNELS = 64;
  private static final int MAX_RATE = 1_536_000;
  private static final Extension NONE = new Extension(0, 0);

  /** The rest of a format's GUID, KSDATAFORMAT_SUBTYPE_WAVEFORMATEX. */
  private static final long GUID_MIDDLE = 0x0010_0000L << 16;

  private static final long GUID_END = 0x719b_3800_aa00_0080L;

  /** What the extensible form adds. */
  record Extension(int validBits, long speakers) {}

  static WavFormat read(ContentCursor bytes, long length) throws IOException {
    malformedUnless(length >= 16 && length <= 256);
    long end = bytes.position() + length;
    int code = bytes.u16le();
    int channels = bytes.u16le();
    long rate = bytes.u32le();
    long byteRate = bytes.u32le();
    int blockAlign = bytes.u16le();
    int bits = bytes.u16le();
    int extra = length >= 18 ? bytes.u16le() : 0;
    malformedUnless(length < 18 ? length == 16 : extra == length - 18);
    malformedUnless(channels > 0 && channels <= MAX_CHANNELS && rate > 0 && rate <= MAX_RATE);
    Extension extension = NONE;
    int blockFrames = 1;
    if (code == EXTENSIBLE) {
      malformedUnless(extra == 22);
      extension = new Extension(bytes.u16le(), bytes.u32le());
      code = subFormat(bytes);
      malformedUnless(extension.validBits > 0 && extension.validBits <= bits);
      malformedUnless(Long.bitCount(extension.speakers) <= channels);
      refuseUnless(code != IMA_ADPCM, ReasonCode.UNSUPPORTED_TYPE);
    } else if (code == IMA_ADPCM) {
      malformedUnless(extra == 2);
      blockFrames = bytes.u16le();
    }
    bytes.seek(end);
    WavFormat format =
        new WavFormat(code, channels, rate, blockAlign, bits, blockFrames, extension);
    malformedUnless(format.isConsistent());
    malformedUnless(code == IMA_ADPCM ? byteRate > 0 : byteRate == rate * blockAlign);
    return format;
  }

  private static int subFormat(ContentCursor bytes) throws IOException {
    int code = bytes.u16le();
    long middle = bytes.u16le() | bytes.u32le() << 16;
    boolean known = middle == GUID_MIDDLE && bytes.i64le() == GUID_END;
    refuseUnless(known, ReasonCode.UNSUPPORTED_TYPE);
    return code;
  }

  private boolean isConsistent() throws IOException {
    boolean bitsFit =
        switch (code) {
          case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case FLOAT -> bits == 32 || bits == 64;
          case A_LAW, U_LAW -> bits == 8;
          case IMA_ADPCM -> bits == 4;
          default -> {
            refuseUnless(false, ReasonCode.UNSUPPORTED_TYPE);
            yield false;
          }
        };
    if (code != IMA_ADPCM) {
      return bitsFit && blockAlign == channels * bits / 8;
    }
    int word = 4 * channels;
    int words = blockAlign / word;
    return bitsFit
        && channels <= 8
        && blockAlign % word == 0
        && words > 1
        && blockFrames == (words - 1) * 8 + 1;
  }

  boolean isPlainPcm() {
    return code == PCM;
  }

  /** Returns how many frames so many bytes hold; the bytes are whole blocks. */
  long frames(long bytes) {
    return bytes / blockAlign * blockFrames;
  }

  /** Returns the payload of a chunk that says the same and nothing else. */
  byte[] chunk() {
    boolean extended = !extension.equals(NONE);
    int length = extended ? 40 : code == IMA_ADPCM ? 20 : code == PCM ? 16 : 18;
    ByteBuffer chunk = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    chunk.putShort((short) (extended ? EXTENSIBLE : code)).putShort((short) channels);
    chunk.putInt((int) rate).putInt((int) (rate * blockAlign / blockFrames));
    chunk.putShort((short) blockAlign).putShort((short) bits);
    if (length > 16) {
      chunk.putShort((short) (length - 18));
    }
    if (extended) {
      chunk.putShort((short) extension.validBits).putInt((int) extension.speakers);
      chunk.putShort((short) code).putShort((short) 0);
      chunk.putInt((int) (GUID_MIDDLE >>> 16)).putLong(GUID_END);
    } else if (code == IMA_ADPCM) {
      chunk.putShort((short) blockFrames);
    }
    return chunk.array();
  }
}
