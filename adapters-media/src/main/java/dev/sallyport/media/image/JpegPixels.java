package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * The pixels of a JPEG in one array, one byte a sample, turned without a second one: rows and
 * columns are reversed in place, and a transposed image is the same array seen with its strides
 * exchanged.
 */
final class JpegPixels {
  private final BufferedImage image;
  private final byte[] samples;
  private final int width;
  private final int height;
  private final int channels;

  JpegPixels(int width, int height, int components) {
    this.width = width;
    this.height = height;
    channels = components;
    image =
        new BufferedImage(
            width,
            height,
            components == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Makes one of pixels that are there already, blue first, at the start of a larger array. */
  JpegPixels(int width, int height, byte[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
    channels = 3;
    image = strided(width, height, 3, 3 * width);
  }

  /** Returns the image for a decoder to fill. */
  BufferedImage stored() {
    return image;
  }

  /** Returns all samples as they are stored, blue first, or gray. */
  byte[] samples() {
    return samples;
  }

  /** Turns the colours into those of sRGB. */
  void convert(ColorProfile profile, Pace pace) {
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {2, 1, 0};
    profile.convert(samples, width * height * channels, channels, offsets, pace);
  }

  /** Turns the pixels; called once. */
  BufferedImage upright(Orientation orientation) {
    if (orientation.flippedY()) {
      flipRows();
    }
    if (orientation.flippedX()) {
      flipColumns();
    }
    return orientation.transposed() ? transposed() : image;
  }

  private void flipRows() {
    int stride = width * channels;
    byte[] held = new byte[stride];
    for (int top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
      System.arraycopy(samples, top * stride, held, 0, stride);
      System.arraycopy(samples, bottom * stride, samples, top * stride, stride);
      System.arraycopy(held, 0, samples, bottom * stride, stride);
    }
  }

  private void flipColumns() {
    for (int y = 0; y < height; y++) {
      int left = y * width * channels;
      int right = left + (width - 1) * channels;
      for (; left < right; left += channels, right -= channels) {
        for (int i = 0; i < channels; i++) {
          byte held = samples[left + i];
          samples[left + i] = samples[right + i];
          samples[right + i] = held;
        }
      }
    }
  }

  private BufferedImage transposed() {
    return strided(height, width, width * channels, channels);
  }

  private BufferedImage strided(int across, int down, int pixelStride, int rowStride) {
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {2, 1, 0};
    ComponentSampleModel strides =
        new ComponentSampleModel(
            DataBuffer.TYPE_BYTE, across, down, pixelStride, rowStride, offsets);
    DataBufferByte buffer = new DataBufferByte(samples, samples.length);
    ColorSpace space =
        ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    ComponentColorModel colors =
        new ComponentColorModel(
            space, false, false, java.awt.Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(
        colors, Raster.createWritableRaster(strides, buffer, null), false, null);
  }
}
