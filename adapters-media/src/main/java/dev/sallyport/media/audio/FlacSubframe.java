package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import java.io.IOException;

/**
 * Follows one <a href="https://www.rfc-editor.org/rfc/rfc9639#section-9.2">subframe</a> to its last
 * bit, without computing what it sounds like.
 */
final class FlacSubframe {
  private static final int CONSTANT = 0;
  private static final int VERBATIM = 1;
  private static final int FIXED = 8;
  private static final int FIXED_MAX_ORDER = 4;
  private static final int LINEAR = 32;
  private static final int MAX_RESIDUAL_BITS = 33;

  private final FrameBits bits;

  FlacSubframe(FrameBits bits) {
    this.bits = bits;
  }

  /**
   * Leaves the bits after the subframe.
   *
   * @param samples of the block
   * @param width bits of a sample
   */
  void follow(int samples, int width) throws IOException {
    malformedUnless(bits.read(1) == 0);
    int type = (int) bits.read(6);
    long wasted = bits.read(1) == 0 ? 0 : bits.unary() + 1;
    malformedUnless(wasted < width);
    int kept = width - (int) wasted;
    if (type == CONSTANT) {
      bits.skip(kept);
    } else if (type == VERBATIM) {
      bits.skip((long) kept * samples);
    } else if (type >= FIXED && type <= FIXED + FIXED_MAX_ORDER) {
      predicted(samples, kept, type - FIXED, false);
    } else {
      malformedUnless(type >= LINEAR);
      predicted(samples, kept, type - LINEAR + 1, true);
    }
  }

  private void predicted(int samples, int width, int order, boolean linear) throws IOException {
    malformedUnless(order <= samples);
    bits.skip((long) order * width);
    if (linear) {
      int precision = (int) bits.read(4);
      malformedUnless(precision != 15 && bits.read(5) < 16);
      bits.skip((long) order * (precision + 1));
    }
    residual(samples, order);
  }

  private void residual(int samples, int order) throws IOException {
    int method = (int) bits.read(2);
    malformedUnless(method < 2);
    int parameterBits = 4 + method;
    int partitionOrder = (int) bits.read(4);
    int partition = samples >>> partitionOrder;
    malformedUnless(partition << partitionOrder == samples && partition >= order);
    for (int i = 0; i < 1 << partitionOrder; i++) {
      partition(i == 0 ? partition - order : partition, parameterBits);
    }
  }

  private void partition(int samples, int parameterBits) throws IOException {
    int parameter = (int) bits.read(parameterBits);
    if (parameter == (1 << parameterBits) - 1) {
      bits.skip(bits.read(5) * samples);
      return;
    }
    for (int i = 0; i < samples; i++) {
      long high = bits.unary();
      malformedUnless(high < 1L << (MAX_RESIDUAL_BITS - parameter));
      bits.skip(parameter);
    }
  }
}
