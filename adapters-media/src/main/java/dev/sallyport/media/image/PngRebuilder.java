package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds PNG images from their pixels, upright, in the same colour type, with at most 8 bits a
 * sample, and never interlaced.
 *
 * <p>Rows pass from decoder to encoder one by one; only interlaced and turned images are held
 * whole, once, at one byte a sample.
 */
final class PngRebuilder implements ContentRebuilder {
  private final PixelBudget budget;

  @Inject
  PngRebuilder(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.PNG);
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
        FileType.PNG,
        deadline,
        (pace, removed) -> {
          PngWalker walker = new PngWalker(content, policy, pace, removed);
          PngLayout layout = walker.walk();
          if (!layout.streams() && layout.weight() > Integer.MAX_VALUE) {
            throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
          }
          try (PixelBudget.Share _ = budget.take(layout.weight(), deadline)) {
            PngDataStream data = new PngDataStream(content, layout.firstData(), pace);
            PngColours colours = new PngColours(layout, walker.profile(), pace);
            if (rebuild(layout, data, colours, pace, sink)) {
              removed.add(Removal.Kind.TRAILING_DATA);
            }
          }
        });
  }

  private static boolean rebuild(
      PngLayout layout, PngDataStream data, PngColours colours, Pace pace, OutputStream sink)
      throws IOException {
    try (PngPixels pixels = new PngPixels(layout, data, pace);
        PngEncoder encoder = new PngEncoder(layout.target(), sink)) {
      encoder.begin(colours.palette(), layout.keptTransparency());
      boolean more =
          layout.streams()
              ? pixels.decode((_, _, row) -> encoder.row(colours.inSrgb(row)))
              : throughRaster(layout, pixels, colours, encoder, pace);
      encoder.finish();
      return more;
    }
  }

  private static boolean throughRaster(
      PngLayout layout, PngPixels pixels, PngColours colours, PngEncoder encoder, Pace pace)
      throws IOException {
    PngHeader source = layout.header();
    PngHeader target = layout.target();
    PngRaster raster = new PngRaster(source.width(), source.height(), target.channels());
    boolean more = pixels.decode(raster::put);
    byte[] row = new byte[target.width() * target.channels()];
    for (int y = 0; y < target.height(); y++) {
      pace.worked(row.length);
      raster.copyRow(layout.orientation(), y, row);
      encoder.row(colours.inSrgb(row));
    }
    return more;
  }
}
