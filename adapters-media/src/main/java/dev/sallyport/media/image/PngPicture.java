package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * Makes a picture of a size from the middle of a PNG, whose rows are made fewer and shorter as they
 * come. Interlaced ones, which the sanitizer never writes, are refused.
 */
final class PngPicture {
  /** Samples that are kept for each pixel of the picture, along a side, at least. */
  private static final int FINER = 2;

  private final PixelBudget budget;
  private final SanitizationPolicy policy;

  PngPicture(PixelBudget budget, SanitizationPolicy policy) {
    this.budget = budget;
    this.policy = policy;
  }

  /** Makes it. */
  Picture make(Content content, RenditionSize wanted, Deadline deadline) throws IOException {
    Pace pace = new Pace(deadline);
    PngWalker walker = new PngWalker(content, policy, pace, new RemovalTally());
    PngLayout layout = walker.walk();
    PngHeader header = layout.header();
    if (header.interlaced()) {
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
    RenditionSize size = layout.orientation().transposed() ? wanted.turned() : wanted;
    Crop crop = Crop.middle(header.width(), header.height(), size);
    int factor = Math.max(1, (int) (crop.ratioTo(size) / FINER));
    BoxShrink shrink = new BoxShrink(crop, header.width(), header.height(), factor);
    PngColours colours = new PngColours(layout, walker.profile(), pace);
    PngExpansion expansion = new PngExpansion(layout, colours.palette());
    long weight = shrink.bytes(expansion.channels()) + 16L * header.width() + 12L * size.pixels();
    try (PixelBudget.Share _ = budget.take(weight + (1 << 20), deadline)) {
      shrink.begin(expansion.channels());
      PngDataStream data = new PngDataStream(content, layout.firstData(), pace);
      try (PngPixels pixels = new PngPixels(layout, data, pace)) {
        pixels.decode((_, y, row) -> shrink.row(y, expansion.expand(colours.inSrgb(row))));
      }
      byte[] samples = Resampler.resize(shrink.plane(), crop, size, pace);
      return new Picture(size, expansion.channels(), samples).upright(layout.orientation());
    }
  }
}
