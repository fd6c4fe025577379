package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Rebuilds the only or first picture of a WebP file from its pixels, upright: a lossy one without
 * transparency as JPEG, every other as PNG.
 */
final class WebpRebuilder implements ContentRebuilder {
  private static final int RGBA = 4;
  private static final int RGB = 3;

  private final PixelBudget budget;
  private final JpegCodec jpeg = new JpegCodec();

  @Inject
  WebpRebuilder(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.WEBP);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException {
    return Attempt.at(
        deadline,
        (pace, removed) -> {
          WebpWalker walker = new WebpWalker(content, policy, pace, removed);
          WebpLayout layout = walker.walk();
          if (!layout.fitsArray()) {
            throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
          }
          try (PixelBudget.Share _ = budget.take(layout.weight(), deadline)) {
            WebpCodec codec = new WebpCodec(content, deadline, pace);
            Optional<ColorProfile> profile = ColorProfile.of(walker.profile(), RGB);
            if (layout.asJpeg()) {
              writeJpeg(layout, codec, profile, pace, sink);
              return FileType.JPEG;
            }
            byte[] samples = decode(layout.frame(), content, codec, pace);
            profile.ifPresent(
                each -> each.convert(samples, samples.length, RGBA, new int[] {0, 1, 2}, pace));
            writePng(layout, placed(layout, samples), pace, sink);
            return FileType.PNG;
          }
        });
  }

  private void writeJpeg(
      WebpLayout layout,
      WebpCodec codec,
      Optional<ColorProfile> profile,
      Pace pace,
      OutputStream sink)
      throws IOException {
    JpegPixels pixels = new JpegPixels(layout.width(), layout.height(), RGB);
    codec.lossy(layout.frame().data(), pixels.stored().getRaster());
    profile.ifPresent(each -> pixels.convert(each, pace));
    jpeg.encode(pixels.upright(layout.orientation()), pace, sink);
  }

  private static byte[] decode(WebpLayout.Frame frame, Content content, WebpCodec codec, Pace pace)
      throws IOException {
    WebpRaster raster = new WebpRaster(frame.width(), frame.height(), pace);
    byte[] samples = raster.samples();
    if (frame.lossless()) {
      codec.lossless(frame.data(), raster);
    } else {
      codec.lossy(
          frame.data(),
          raster.createWritableChild(
              0, 0, frame.width(), frame.height(), 0, 0, new int[] {0, 1, 2}));
      if (frame.hasAlphaData()) {
        new WebpAlpha(frame, content, codec, pace).into(samples);
        return samples;
      }
    }
    if (!frame.alpha()) {
      for (int i = RGBA - 1; i < samples.length; i += RGBA) {
        samples[i] = (byte) 0xff;
      }
    }
    return samples;
  }

  /** Puts a picture that does not cover the canvas in its place on it. */
  private static PngRaster placed(WebpLayout layout, byte[] samples) {
    WebpLayout.Frame frame = layout.frame();
    if (layout.covered()) {
      return new PngRaster(layout.width(), layout.height(), RGBA, samples);
    }
    PngRaster canvas = new PngRaster(layout.width(), layout.height(), RGBA);
    PngPixels.Pass place = new PngPixels.Pass(frame.left(), frame.top(), 1, 1);
    int stride = frame.width() * RGBA;
    for (int y = 0; y < frame.height(); y++) {
      canvas.put(place, y, Arrays.copyOfRange(samples, y * stride, (y + 1) * stride));
    }
    return canvas;
  }

  private static void writePng(WebpLayout layout, PngRaster raster, Pace pace, OutputStream sink)
      throws IOException {
    PngHeader target = layout.target();
    byte[] row = new byte[target.width() * RGBA];
    byte[] opaque = new byte[layout.hasAlpha() ? 0 : target.width() * RGB];
    try (PngEncoder encoder = new PngEncoder(target, sink)) {
      encoder.begin(new byte[0], new byte[0]);
      for (int y = 0; y < target.height(); y++) {
        pace.worked(row.length);
        raster.copyRow(layout.orientation(), y, row);
        if (!layout.hasAlpha()) {
          dropAlpha(row, opaque);
        }
        encoder.row(layout.hasAlpha() ? row : opaque);
      }
      encoder.finish();
    }
  }

  private static void dropAlpha(byte[] row, byte[] samples) {
    int to = 0;
    for (int from = 0; from < row.length; from += RGBA) {
      samples[to] = row[from];
      samples[to + 1] = row[from + 1];
      samples[to + 2] = row[from + 2];
      to += RGB;
    }
  }
}
