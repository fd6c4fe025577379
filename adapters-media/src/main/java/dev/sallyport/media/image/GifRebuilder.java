package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;

/**
 * Makes a PNG of the first frame of a GIF, placed on its logical screen; what the frame leaves free
 * is transparent.
 *
 * <p>Holds one byte for each pixel of that frame.
 */
final class GifRebuilder implements ContentRebuilder {
  private final PixelBudget budget;

  @Inject
  GifRebuilder(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.GIF);
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
          GifLayout layout = new GifWalker(content, policy, pace, removed).walk();
          try (PixelBudget.Share _ = budget.take(layout.weight(), deadline)) {
            GifCodes codes = new GifCodes(content, layout.frame().data(), pace);
            GifPixels pixels = new GifPixels(layout.frame(), codes, pace);
            if (pixels.decode()) {
              removed.add(Removal.Kind.TRAILING_DATA);
            }
            write(layout, pixels, pace, sink);
          }
        });
  }

  private static void write(GifLayout layout, GifPixels pixels, Pace pace, OutputStream sink)
      throws IOException {
    try (PngEncoder encoder = new PngEncoder(layout.target(), sink)) {
      encoder.begin(
          layout.indexed() ? palette(layout) : new byte[0],
          layout.indexed() ? transparency(layout.clearIndex()) : new byte[0]);
      byte[] row = new byte[layout.width()];
      byte[] colours = new byte[layout.indexed() ? 0 : 4 * layout.width()];
      for (int y = 0; y < layout.height(); y++) {
        pace.worked(row.length);
        if (layout.indexed()) {
          fill(layout, pixels, y, row);
          encoder.row(row);
        } else {
          paint(layout, pixels, y, row, colours);
          encoder.row(colours);
        }
      }
      encoder.finish();
    }
  }

  private static byte[] palette(GifLayout layout) {
    byte[] palette = layout.frame().palette();
    return Arrays.copyOf(palette, Math.max(palette.length, 3 * (layout.clearIndex() + 1)));
  }

  private static byte[] transparency(int clearIndex) {
    byte[] alpha = new byte[clearIndex + 1];
    Arrays.fill(alpha, 0, Math.max(0, clearIndex), (byte) 0xff);
    return alpha;
  }

  private static boolean crosses(GifLayout.Frame frame, int y) {
    return y >= frame.top() && y < frame.top() + frame.height();
  }

  private static void fill(GifLayout layout, GifPixels pixels, int y, byte[] row) {
    Arrays.fill(row, (byte) layout.clearIndex());
    if (crosses(layout.frame(), y)) {
      pixels.copyRow(y - layout.frame().top(), row, layout.frame().left());
    }
  }

  /** Draws a frame of 256 opaque colours, which leave no index for what is not covered. */
  private static void paint(GifLayout layout, GifPixels pixels, int y, byte[] row, byte[] colours) {
    GifLayout.Frame frame = layout.frame();
    Arrays.fill(colours, (byte) 0);
    if (!crosses(frame, y)) {
      return;
    }
    pixels.copyRow(y - frame.top(), row, 0);
    int to = 4 * frame.left();
    for (int x = 0; x < frame.width(); x++) {
      System.arraycopy(frame.palette(), 3 * (row[x] & 0xff), colours, to, 3);
      colours[to + 3] = (byte) 0xff;
      to += 4;
    }
  }
}
