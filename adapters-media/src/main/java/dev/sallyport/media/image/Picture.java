package dev.sallyport.media.image;

import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.media.rebuild.Pace;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A small image in memory: gray, or red, green and blue, perhaps with alpha, which the colours are
 * multiplied by already. One byte a sample, row by row.
 */
final class Picture {
  private static final int OPAQUE = 255;

  private final RenditionSize size;
  private final int channels;
  private final byte[] samples;

  Picture(RenditionSize size, int channels, byte[] samples) {
    this.size = size;
    this.channels = channels;
    this.samples = samples;
  }

  /** Makes one of red, green and blue that come in the opposite order. */
  static Picture ofBgr(RenditionSize size, byte[] samples) {
    return new Picture(size, 3, reversed(samples));
  }

  private static byte[] reversed(byte[] samples) {
    byte[] result = new byte[samples.length];
    for (int i = 0; i < samples.length; i += 3) {
      result[i] = samples[i + 2];
      result[i + 1] = samples[i + 1];
      result[i + 2] = samples[i];
    }
    return result;
  }

  /** Turns the colours into those of sRGB. */
  void convert(ColorProfile profile, Pace pace) {
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
    profile.convert(samples, samples.length, channels, offsets, pace);
  }

  /** Returns it standing upright. */
  Picture upright(Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    RenditionSize turned = orientation.transposed() ? size.turned() : size;
    PngRaster raster = new PngRaster(size.width(), size.height(), channels, samples);
    byte[] upright = new byte[samples.length];
    byte[] row = new byte[turned.width() * channels];
    for (int y = 0; y < turned.height(); y++) {
      raster.copyRow(orientation, y, row);
      System.arraycopy(row, 0, upright, y * row.length, row.length);
    }
    return new Picture(turned, channels, upright);
  }

  /** Returns it in another size of the same shape. */
  Picture in(RenditionSize other, Pace pace) {
    if (other.equals(size)) {
      return this;
    }
    ImagePlane plane = ImagePlane.whole(samples, size.width(), size.height(), channels);
    Crop all = new Crop(0, 0, size.width(), size.height());
    return new Picture(other, channels, Resampler.resize(plane, all, other, pace));
  }

  /** Returns it without an alpha that says nothing. */
  Picture withoutOpaqueAlpha() {
    if (channels != 4) {
      return this;
    }
    byte[] colours = new byte[size.pixels() * 3];
    int to = 0;
    for (int i = 0; i < samples.length; i += 4) {
      if ((samples[i + 3] & 0xff) != OPAQUE) {
        return this;
      }
      colours[to++] = samples[i];
      colours[to++] = samples[i + 1];
      colours[to++] = samples[i + 2];
    }
    return new Picture(size, 3, colours);
  }

  /** Returns its samples; not to be changed. */
  byte[] samples() {
    return samples;
  }

  /** Tells whether it has alpha. */
  boolean hasAlpha() {
    return channels == 4;
  }

  /** Writes it as a JPEG; has no alpha. */
  void writeJpeg(JpegCodec codec, Pace pace, OutputStream sink) throws IOException {
    JpegPixels pixels = new JpegPixels(size.width(), size.height(), channels);
    byte[] stored = channels == 1 ? samples : reversed(samples);
    System.arraycopy(stored, 0, pixels.samples(), 0, stored.length);
    codec.encode(pixels.stored(), pace, sink);
  }

  /** Writes it as a PNG; has alpha. */
  void writePng(Pace pace, OutputStream sink) throws IOException {
    PngHeader header = new PngHeader(size.width(), size.height(), 8, PngHeader.RGB_ALPHA, false);
    byte[] row = new byte[size.width() * 4];
    try (PngEncoder encoder = new PngEncoder(header, sink)) {
      encoder.begin(new byte[0], new byte[0]);
      for (int y = 0; y < size.height(); y++) {
        pace.worked(row.length);
        divide(y * row.length, row);
        encoder.row(row);
      }
      encoder.finish();
    }
  }

  /** Takes back that colours were multiplied by alpha. */
  private void divide(int from, byte[] row) {
    for (int i = 0; i < row.length; i += 4) {
      int alpha = samples[from + i + 3] & 0xff;
      for (int channel = 0; channel < 3; channel++) {
        int colour = samples[from + i + channel] & 0xff;
        row[i + channel] =
            (byte) (alpha == 0 ? 0 : Math.min(255, (colour * 255 + alpha / 2) / alpha));
      }
      row[i + 3] = (byte) alpha;
    }
  }
}
