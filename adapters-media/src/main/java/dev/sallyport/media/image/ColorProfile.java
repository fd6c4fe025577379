package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An embedded colour profile, of use for nothing but to turn pixels into those of sRGB.
 *
 * <p>Only what a display or camera embeds is used: RGB or gray, a display profile, its tags within
 * its bounds (<a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022, 7</a>).
 * Every other profile is left out as if it had not been there, and so is one that changes nothing.
 */
final class ColorProfile {
  private static final int HEADER = 128;
  private static final int TAG = 12;
  private static final int MAX_TAGS = 100;
  private static final int SIGNATURE = PngHeader.chunk("acsp");
  private static final int DISPLAY = PngHeader.chunk("mntr");
  private static final int RGB = PngHeader.chunk("RGB ");
  private static final int GRAY = PngHeader.chunk("GRAY");
  private static final int XYZ = PngHeader.chunk("XYZ ");
  private static final int LAB = PngHeader.chunk("Lab ");
  private static final int STRIP = 1 << 13;

  /** How far a channel may be off for a profile to be taken for sRGB itself. */
  private static final int SAME = 2;

  private final ColorConvertOp toSrgb;
  private final int channels;
  private final byte[] given = new byte[3 * STRIP];
  private final byte[] converted = new byte[3 * STRIP];
  private final byte[] grays = new byte[256];

  private ColorProfile(ICC_Profile profile, int channels) {
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    toSrgb = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
    this.channels = channels;
  }

  /**
   * Reads a profile.
   *
   * @param bytes bounded by the caller; empty for none
   * @param channels of the image, alpha not counted: 1 or 3
   * @return none when it cannot be used or need not be
   */
  static Optional<ColorProfile> of(byte[] bytes, int channels) {
    if (!fits(bytes, channels)) {
      return Optional.empty();
    }
    try {
      ColorProfile profile = new ColorProfile(ICC_Profile.getInstance(bytes), channels);
      boolean changes = channels == 1 ? profile.learnGrays() : profile.changesColours();
      return changes ? Optional.of(profile) : Optional.empty();
    } catch (RuntimeException e) {
      // The library has no other words for a profile that it cannot stand.
      return Optional.empty();
    }
  }

  private static boolean fits(byte[] bytes, int channels) {
    if (bytes.length < HEADER + 4) {
      return false;
    }
    ByteBuffer data = ByteBuffer.wrap(bytes);
    int space = data.getInt(16);
    int connection = data.getInt(20);
    int tags = data.getInt(HEADER);
    boolean known =
        data.getInt(0) == bytes.length
            && data.getInt(36) == SIGNATURE
            && data.getInt(12) == DISPLAY
            && space == (channels == 1 ? GRAY : RGB)
            && (connection == XYZ || connection == LAB);
    return known
        && tags > 0
        && tags <= MAX_TAGS
        && tags * TAG <= bytes.length - HEADER - 4
        && tagsFit(data, tags);
  }

  private static boolean tagsFit(ByteBuffer data, int tags) {
    for (int i = 0; i < tags; i++) {
      long at = Integer.toUnsignedLong(data.getInt(HEADER + 4 + i * TAG + 4));
      long size = Integer.toUnsignedLong(data.getInt(HEADER + 4 + i * TAG + 8));
      if (at < HEADER || at + size > data.capacity()) {
        return false;
      }
    }
    return true;
  }

  private boolean learnGrays() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    strip(all, 0, all.length, 1, new int[] {0});
    boolean changes = false;
    for (int i = 0; i < all.length; i++) {
      grays[i] = converted[3 * i + 1];
      changes |= Math.abs((grays[i] & 0xff) - i) > SAME;
    }
    return changes;
  }

  private boolean changesColours() {
    byte[] cube = new byte[9 * 9 * 9 * 3];
    for (int i = 0; i < cube.length; i += 3) {
      cube[i] = (byte) (i / 3 % 9 * 255 / 8);
      cube[i + 1] = (byte) (i / 27 % 9 * 255 / 8);
      cube[i + 2] = (byte) (i / 243 * 255 / 8);
    }
    strip(cube, 0, cube.length / 3, 3, new int[] {0, 1, 2});
    boolean changes = false;
    for (int i = 0; i < cube.length; i++) {
      changes |= Math.abs((cube[i] & 0xff) - (converted[i] & 0xff)) > SAME;
    }
    return changes;
  }

  /**
   * Turns pixels into sRGB where they are.
   *
   * @param length how many bytes of pixels there are
   * @param stride bytes from one pixel to the next
   * @param offsets where in a pixel red, green and blue are, or gray
   */
  void convert(byte[] samples, int length, int stride, int[] offsets, Pace pace) {
    for (int from = 0; from < length; from += STRIP * stride) {
      int pixels = Math.min(STRIP, (length - from) / stride);
      pace.worked(pixels * stride);
      if (channels == 1) {
        for (int i = 0; i < pixels; i++) {
          int at = from + i * stride + offsets[0];
          samples[at] = grays[samples[at] & 0xff];
        }
      } else {
        strip(samples, from, pixels, stride, offsets);
        for (int i = 0; i < 3 * pixels; i++) {
          samples[from + i / 3 * stride + offsets[i % 3]] = converted[i];
        }
      }
    }
  }

  /** Converts a strip through arrays of its own, of the one layout that is never refused. */
  private void strip(byte[] samples, int from, int pixels, int stride, int[] offsets) {
    int bands = offsets.length;
    for (int i = 0; i < bands * pixels; i++) {
      given[i] = samples[from + i / bands * stride + offsets[i % bands]];
    }
    toSrgb.filter(packed(given, pixels, bands), packed(converted, pixels, 3));
  }

  private static WritableRaster packed(byte[] samples, int pixels, int bands) {
    int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
    return Raster.createInterleavedRaster(
        new DataBufferByte(samples, bands * pixels),
        pixels,
        1,
        bands * pixels,
        bands,
        offsets,
        null);
  }
}
