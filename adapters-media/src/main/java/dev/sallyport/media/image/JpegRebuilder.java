package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds JPEG images from their pixels, upright, baseline, as gray or YCbCr, their colours turned
 * into those of sRGB where a profile says what they are.
 *
 * <p>Holds one raster of 1, 3 or 4 bytes a pixel, whatever the orientation.
 */
final class JpegRebuilder implements ContentRebuilder {
  private final PixelBudget budget;
  private final JpegCodec codec = new JpegCodec();

  @Inject
  JpegRebuilder(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.JPEG);
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
        FileType.JPEG,
        deadline,
        (pace, removed) -> {
          JpegWalker walker = new JpegWalker(content, policy, pace, removed);
          JpegLayout layout = walker.walk();
          if (!layout.fitsArray()) {
            throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
          }
          try (PixelBudget.Share _ = budget.take(layout.weight(), deadline)) {
            JpegPixels pixels = codec.decode(layout, content, deadline, pace);
            ColorProfile.of(walker.profile(), layout.components())
                .ifPresent(profile -> pixels.convert(profile, pace));
            codec.encode(pixels.upright(layout.orientation()), pace, sink);
          }
        });
  }
}
