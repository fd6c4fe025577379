package dev.sallyport.media.image;

import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.media.rebuild.Pace;
import java.util.Arrays;

/**
 * Makes a part of an image smaller or larger.
 *
 * <p>Down the columns first, a row at a time, so that no more than one row is held beside source
 * and result.
 */
final class Resampler {
  /** Bits that a sum keeps below a whole sample between the two steps. */
  private static final int KEPT = 6;

  private static final int DOWN_SHIFT = 14 - KEPT;
  private static final int ACROSS_SHIFT = 14 + KEPT;

  private Resampler() {}

  /** Returns the samples of the part in a size, channels side by side. */
  static byte[] resize(ImagePlane plane, Crop crop, RenditionSize size, Pace pace) {
    ResampleTaps down =
        ResampleTaps.of(
            (crop.top() - plane.top()) / plane.unitY(),
            crop.height() / plane.unitY(),
            plane.height(),
            size.height());
    ResampleTaps across =
        ResampleTaps.of(
            (crop.left() - plane.left()) / plane.unitX(),
            crop.width() / plane.unitX(),
            plane.width(),
            size.width());
    int[] sums = new int[plane.width() * plane.channels()];
    byte[] result = new byte[size.pixels() * plane.channels()];
    for (int y = 0; y < size.height(); y++) {
      Arrays.fill(sums, 1 << (DOWN_SHIFT - 1));
      int[] weights = down.weights(y);
      add(plane.samples(), down.first(y) * sums.length, weights, sums);
      pace.worked(weights.length * sums.length);
      shift(sums);
      across(sums, across, plane.channels(), result, y * size.width() * plane.channels());
    }
    return result;
  }

  /** Adds rows, two at a time, so that sums are read and written half as often. */
  private static void add(byte[] samples, int offset, int[] weights, int[] sums) {
    int at = offset;
    int row = 0;
    for (; row + 1 < weights.length; row += 2) {
      add(samples, at, weights[row], at + sums.length, weights[row + 1], sums);
      at += 2 * sums.length;
    }
    if (row < weights.length) {
      add(samples, at, weights[row], at, 0, sums);
    }
  }

  private static void add(
      byte[] samples, int first, int firstWeight, int second, int secondWeight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] +=
          firstWeight * (samples[first + i] & 0xff) + secondWeight * (samples[second + i] & 0xff);
    }
  }

  private static void shift(int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] >>= DOWN_SHIFT;
    }
  }

  private static void across(
      int[] sums, ResampleTaps taps, int channels, byte[] result, int offset) {
    int to = offset;
    for (int x = 0; x < taps.count(); x++) {
      int[] weights = taps.weights(x);
      for (int channel = 0; channel < channels; channel++) {
        int from = taps.first(x) * channels + channel;
        int sum = 1 << (ACROSS_SHIFT - 1);
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * sums[from + i * channels];
        }
        result[to++] = (byte) Math.clamp(sum >> ACROSS_SHIFT, 0, 255);
      }
    }
  }
}
