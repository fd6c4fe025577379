package dev.sallyport.media.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Builds WebP files, right ones and wrong ones, chunk by chunk. The data of the pictures is what
 * libwebp made of a few lines of arithmetic, which {@link #colour} repeats.
 */
final class WebpFile {
  static final int WIDTH = 24;
  static final int HEIGHT = 20;
  private static final String LOSSLESS = "LxfABAC5MkT0P3YR0f8AkbZNBdy/5tGzURjAmACqHqj/Ag==";
  private static final String LOSSLESS_ALPHA = "LxfABBC5MkT0P3YR0f8AkbZNBdy/5tGzURjAwZ8A0nqA+i8=";
  private static final String PALETTE =
      "LxfABAAXIBBIpOPcZhexYPIPJ86gxYJp6BpEQs1/zIoHIQFxxhn3/NYj+t8DDDOMMLwA";
  private static final String LOSSY =
      "kAUAnQEqGAAUAD4tEIZCoaEN+gAMAWJaACdMoRwN4B+NfDgsP8rP00bWVVK26E3E/YD2a3wA/v90zL58"
          + "T4n1iEvIgx1y0QD/2nSwLT2SO7FLsr73ru7UrxXuB89ha9d/46fTiwx2SDKCctc6DuYMp+qYeC9d9OTT"
          + "WDax5WLcAwt0H747+ANVadJ/qvn7qLVMJ22QESQKnhQAAA==";
  private static final String ALPHA = "AbkKRPQ/QKRtM/+Kx0ZPzyImIKsVNwI=";

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  static byte[] lossless() {
    return Base64.getDecoder().decode(LOSSLESS);
  }

  static byte[] losslessAlpha() {
    return Base64.getDecoder().decode(LOSSLESS_ALPHA);
  }

  static byte[] palette() {
    return Base64.getDecoder().decode(PALETTE);
  }

  static byte[] lossy() {
    return Base64.getDecoder().decode(LOSSY);
  }

  static byte[] alpha() {
    return Base64.getDecoder().decode(ALPHA);
  }

  /** Returns the colour of a pixel of all pictures but the one with a palette. */
  static int colour(int x, int y) {
    return ((x * 10) << 16) | ((y * 12) << 8) | 128;
  }

  static int alpha(int x) {
    return 255 - x * 8;
  }

  /** Returns the colour of a pixel of the picture with a palette. */
  static int paletteColour(int x, int y) {
    int value = new int[] {10, 60, 200}[((y * WIDTH + x) * 7 + y) % 3];
    return (value << 16) | ((255 - value) << 8) | (value / 2);
  }

  WebpFile canvas(int flags, int width, int height) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    little(data, flags, 4);
    little(data, width - 1, 3);
    little(data, height - 1, 3);
    return chunk("VP8X", data.toByteArray());
  }

  WebpFile animation() {
    return chunk("ANIM", new byte[6]);
  }

  WebpFile frame(int left, int top, int width, int height, WebpFile inside) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    little(data, left / 2, 3);
    little(data, top / 2, 3);
    little(data, width - 1, 3);
    little(data, height - 1, 3);
    little(data, 0, 4);
    data.writeBytes(inside.chunks.toByteArray());
    return chunk("ANMF", data.toByteArray());
  }

  WebpFile chunk(String name, byte[] data) {
    return chunk(name, data.length, data);
  }

  WebpFile chunk(String name, long length, byte[] data) {
    chunks.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    little(chunks, length, 4);
    chunks.writeBytes(data);
    if (data.length % 2 == 1) {
      chunks.write(0);
    }
    return this;
  }

  byte[] riff() {
    return riff(chunks.size() + 4);
  }

  byte[] riff(long length) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
    little(file, length, 4);
    file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(chunks.toByteArray());
    return file.toByteArray();
  }

  private static void little(ByteArrayOutputStream target, long value, int count) {
    for (int i = 0; i < count; i++) {
      target.write((int) (value >> (8 * i)));
    }
  }
}
