package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes a picture of a size from the middle of a JPEG. */
final class JpegPicture {
  /** Samples that are decoded for each pixel of the picture, along a side, at least. */
  private static final double FINER = 2;

  private final PixelBudget budget;
  private final JpegCodec codec;
  private final SanitizationPolicy policy;

  JpegPicture(PixelBudget budget, JpegCodec codec, SanitizationPolicy policy) {
    this.budget = budget;
    this.codec = codec;
    this.policy = policy;
  }

  /** Makes it. */
  Picture make(Content content, RenditionSize wanted, Deadline deadline) throws IOException {
    Pace pace = new Pace(deadline);
    JpegWalker walker = new JpegWalker(content, policy, pace, new RemovalTally());
    JpegLayout layout = walker.walk();
    RenditionSize size = layout.orientation().transposed() ? wanted.turned() : wanted;
    Crop crop = Crop.middle(layout.width(), layout.height(), size);
    Picture picture;
    try (PixelBudget.Share _ = budget.take(weight(layout, crop, size), deadline)) {
      picture = lying(layout, content, crop, size, deadline, pace);
    }
    ColorProfile.of(walker.profile(), layout.components())
        .ifPresent(profile -> picture.convert(profile, pace));
    return picture.upright(layout.orientation());
  }

  private Picture lying(
      JpegLayout layout,
      Content content,
      Crop crop,
      RenditionSize size,
      Deadline deadline,
      Pace pace)
      throws IOException {
    Optional<ReducedTransform> transform = transform(layout, crop, size);
    if (transform.isPresent()) {
      Optional<List<ImagePlane>> planes =
          ReducedJpeg.decode(layout, content, transform.get(), crop, pace);
      if (planes.isPresent()) {
        return merged(planes.get(), layout.rgb(), crop, size, pace);
      }
    }
    byte[] samples =
        Resampler.resize(whole(layout, content, crop, deadline, pace), crop, size, pace);
    return layout.components() == 1 ? new Picture(size, 1, samples) : Picture.ofBgr(size, samples);
  }

  private static Optional<ReducedTransform> transform(
      JpegLayout layout, Crop crop, RenditionSize size) {
    return layout.components() == 4
        ? Optional.empty()
        : ReducedTransform.coarsest(FINER / crop.ratioTo(size));
  }

  private ImagePlane whole(
      JpegLayout layout, Content content, Crop crop, Deadline deadline, Pace pace)
      throws IOException {
    if (layout.components() == 4) {
      byte[] samples = codec.decode(layout, content, deadline, pace).samples();
      return ImagePlane.whole(samples, layout.width(), layout.height(), 3);
    }
    Rectangle part = part(layout, crop);
    byte[] samples = codec.decode(layout, part, content, deadline, pace).samples();
    return new ImagePlane(
        samples, part.width, part.height, layout.components(), part.x, part.y, 1, 1);
  }

  private static Rectangle part(JpegLayout layout, Crop crop) {
    int left = crop.firstColumn();
    int top = crop.firstRow();
    return new Rectangle(
        left, top, crop.endColumn(layout.width()) - left, crop.endRow(layout.height()) - top);
  }

  /**
   * Returns about the most bytes that decoder and picture take; whole pixels if it has to be so.
   */
  private static long weight(JpegLayout layout, Crop crop, RenditionSize size) {
    Rectangle part = part(layout, crop);
    long pixels =
        layout.components() == 4
            ? 4L * layout.width() * layout.height()
            : (long) part.width * part.height * layout.components();
    boolean reduced = transform(layout, crop, size).isPresent() && layout.coefficientBytes() == 0;
    long decoded = reduced ? pixels / 4 + pixels / 16 : pixels + layout.coefficientBytes();
    return decoded + 12L * size.pixels() + (1 << 20);
  }

  private static Picture merged(
      List<ImagePlane> planes, boolean rgb, Crop crop, RenditionSize size, Pace pace) {
    byte[] first = Resampler.resize(planes.getFirst(), crop, size, pace);
    if (planes.size() == 1) {
      return new Picture(size, 1, first);
    }
    byte[] second = Resampler.resize(planes.get(1), crop, size, pace);
    byte[] third = Resampler.resize(planes.get(2), crop, size, pace);
    byte[] samples = new byte[3 * first.length];
    for (int i = 0; i < first.length; i++) {
      if (rgb) {
        samples[3 * i] = first[i];
        samples[3 * i + 1] = second[i];
        samples[3 * i + 2] = third[i];
      } else {
        colour(first[i] & 0xff, (second[i] & 0xff) - 128, (third[i] & 0xff) - 128, samples, 3 * i);
      }
    }
    return new Picture(size, 3, samples);
  }

  /**
   * Turns luma and chroma into colours (<a href="https://www.w3.org/Graphics/JPEG/jfif3.pdf">JFIF
   * 1.02</a>), 16 bits below a whole.
   */
  private static void colour(int luma, int blue, int red, byte[] samples, int at) {
    int rounded = (luma << 16) + (1 << 15);
    samples[at] = (byte) Math.clamp((rounded + 91881 * red) >> 16, 0, 255);
    samples[at + 1] = (byte) Math.clamp((rounded - 22554 * blue - 46802 * red) >> 16, 0, 255);
    samples[at + 2] = (byte) Math.clamp((rounded + 116130 * blue) >> 16, 0, 255);
  }
}
