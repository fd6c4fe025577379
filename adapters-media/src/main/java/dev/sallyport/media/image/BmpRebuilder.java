package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Makes PNG images of Windows bitmaps, row by row; only bitmaps that are stored as runs are held
 * whole, at one byte a pixel.
 */
final class BmpRebuilder implements ContentRebuilder {
  private final PixelBudget budget;

  @Inject
  BmpRebuilder(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.BMP);
  }

  /** Gives row y, counted from the top. */
  @FunctionalInterface
  private interface Rows {
    void read(int y, byte[] samples) throws IOException;
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
          BmpWalker walker = new BmpWalker(content, policy, pace, removed);
          BmpLayout layout = walker.walk();
          try (PixelBudget.Share _ = budget.take(layout.weight(), deadline)) {
            if (layout.runs()) {
              BmpRuns runs = new BmpRuns(layout, content, pace);
              walker.end(runs.decode());
              write(layout, runs::copyRow, pace, sink);
            } else {
              walker.end(layout.data() + layout.stride() * layout.height());
              write(layout, new BmpRows(layout, content, pace)::read, pace, sink);
            }
          }
        });
  }

  private static void write(BmpLayout layout, Rows rows, Pace pace, OutputStream sink)
      throws IOException {
    PngHeader target = layout.target();
    byte[] samples = new byte[target.width() * target.channels()];
    try (PngEncoder encoder = new PngEncoder(target, sink)) {
      encoder.begin(layout.palette(), new byte[0]);
      for (int y = 0; y < layout.height(); y++) {
        pace.worked(samples.length);
        rows.read(y, samples);
        encoder.row(samples);
      }
      encoder.finish();
    }
  }
}
