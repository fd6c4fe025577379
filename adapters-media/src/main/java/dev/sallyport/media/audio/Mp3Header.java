package dev.sallyport.media.audio;

/**
 * Four bytes that begin a frame of MPEG audio (<a
 * href="http://www.mp3-tech.org/programmer/frame_header.html">layout</a>, ISO/IEC 11172-3 and
 * 13818-3).
 */
record Mp3Header(int bits) {
  private static final int[] MPEG1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
  private static final int[] RATES = {44_100, 48_000, 32_000};
  static final int BYTES = 4;

  /** The bits that no two frames of a file differ in: sync, version, layer, sampling rate. */
  private static final int CONSTANT = 0xfffe_0c00;

  boolean isSync() {
    return bits >>> 21 == 0x7ff;
  }

  /** Tells whether every field but layer and bit rate has a meaning. */
  boolean isDefined() {
    return isSync() && version() != 1 && layer() != 0 && rateCode() != 3 && (bits & 3) != 2;
  }

  boolean isLayerThree() {
    return layer() == 1;
  }

  boolean isFreeFormat() {
    return bitRateCode() == 0;
  }

  /** Tells whether this is a frame of layer III whose length is known. */
  boolean hasLength() {
    return isDefined() && isLayerThree() && !isFreeFormat() && bitRateCode() != 15;
  }

  boolean follows(Mp3Header first) {
    return hasLength() && (bits & CONSTANT) == (first.bits & CONSTANT);
  }

  /** Returns the bytes of the frame, header included. */
  int length() {
    boolean first = version() == 3;
    int kilobits = (first ? MPEG1 : MPEG2)[bitRateCode()];
    int rate = RATES[rateCode()] >> (first ? 0 : version() == 2 ? 1 : 2);
    return (first ? 144_000 : 72_000) * kilobits / rate + (bits >>> 9 & 1);
  }

  /** 3 is MPEG-1, 2 is MPEG-2, 0 is MPEG-2.5. */
  private int version() {
    return bits >>> 19 & 3;
  }

  private int layer() {
    return bits >>> 17 & 3;
  }

  private int bitRateCode() {
    return bits >>> 12 & 15;
  }

  private int rateCode() {
    return bits >>> 10 & 3;
  }
}
