package dev.sallyport.media.image;

/**
 * Samples of a part of an image, one byte each, on a grid that may be coarser than that of its
 * pixels.
 *
 * @param samples row by row, channels of a pixel side by side
 * @param width samples of a channel in a row
 * @param height rows
 * @param channels how many
 * @param left where the part begins, in pixels of the image
 * @param top where the part begins, in pixels of the image
 * @param unitX how many pixels of the image a sample is wide
 * @param unitY how many pixels of the image a sample is high
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; made and read once, in one thread.
record ImagePlane(
    byte[] samples,
    int width,
    int height,
    int channels,
    int left,
    int top,
    double unitX,
    double unitY) {
  /** Makes one of all pixels of an image. */
  static ImagePlane whole(byte[] samples, int width, int height, int channels) {
    return new ImagePlane(samples, width, height, channels, 0, 0, 1, 1);
  }
}
