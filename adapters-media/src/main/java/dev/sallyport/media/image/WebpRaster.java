package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of four bytes, red first, that look at the deadline while a decoder works on them: it may
 * go over them as often as the content asks for without reading a byte.
 */
final class WebpRaster extends WritableRaster {
  private static final int CHANNELS = 4;

  private final byte[] samples;
  private final int stride;
  private final Pace pace;

  WebpRaster(int width, int height, Pace pace) {
    this(width, height, width * CHANNELS, new byte[width * height * CHANNELS], pace);
  }

  private WebpRaster(int width, int height, int stride, byte[] samples, Pace pace) {
    super(
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE, width, height, CHANNELS, stride, new int[] {0, 1, 2, 3}),
        new DataBufferByte(samples, samples.length),
        new Point());
    this.samples = samples;
    this.stride = stride;
    this.pace = pace;
  }

  byte[] samples() {
    return samples;
  }

  @Override
  public WritableRaster createWritableChild(
      int x, int y, int w, int h, int toX, int toY, int @Nullable [] bands) {
    boolean fromCorner = x == 0 && y == 0 && toX == 0 && toY == 0;
    if (fromCorner && bands == null && w <= width && h <= height) {
      return new WebpRaster(w, h, stride, samples, pace);
    }
    return super.createWritableChild(x, y, w, h, toX, toY, bands);
  }

  @Override
  public Object getDataElements(int x, int y, @Nullable Object target) {
    byte[] pixel = target == null ? new byte[CHANNELS] : (byte[]) target;
    System.arraycopy(samples, at(x, y), pixel, 0, CHANNELS);
    return pixel;
  }

  @Override
  public void setDataElements(int x, int y, Object source) {
    pace.worked(CHANNELS);
    System.arraycopy((byte[]) source, 0, samples, at(x, y), CHANNELS);
  }

  private int at(int x, int y) {
    if (x < 0 || x >= width || y < 0 || y >= height) {
      throw new ArrayIndexOutOfBoundsException("no such pixel");
    }
    return y * stride + x * CHANNELS;
  }
}
