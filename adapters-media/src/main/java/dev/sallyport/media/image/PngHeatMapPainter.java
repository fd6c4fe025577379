package dev.sallyport.media.image;

import dev.sallyport.application.report.port.HeatMapPainter;
import dev.sallyport.domain.report.HeatMap;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Paints each bin as a square of whole pixels, from dark through red to yellow by the logarithm of
 * its count, so that one hot place does not hide all others. No text is drawn, so no fonts are
 * needed.
 */
final class PngHeatMapPainter implements HeatMapPainter {
  private static final int MOST_PIXELS = 1024;
  private static final int COLOURS = 256;
  private static final byte[] PALETTE = palette();

  @Inject
  PngHeatMapPainter() {}

  @Override
  public byte[] png(HeatMap map) {
    int columns = map.area().columns();
    int rows = map.area().rows();
    int scale = MOST_PIXELS / Math.max(columns, rows);
    PngHeader header = new PngHeader(columns * scale, rows * scale, 8, PngHeader.PALETTE, false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PngEncoder encoder = new PngEncoder(header, file)) {
      encoder.begin(PALETTE, new byte[0]);
      for (int row = 0; row < rows; row++) {
        for (int line = 0; line < scale; line++) {
          encoder.row(row(map, row, scale));
        }
      }
      encoder.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return file.toByteArray();
  }

  private static byte[] row(HeatMap map, int row, int scale) {
    byte[] samples = new byte[map.area().columns() * scale];
    long highest = map.highest();
    for (int column = 0; column < map.area().columns(); column++) {
      byte colour = (byte) colour(map.at(column, row), highest);
      Arrays.fill(samples, column * scale, (column + 1) * scale, colour);
    }
    return samples;
  }

  /** StrictMath, because the same counts give the same bytes on every machine. */
  private static int colour(long count, long highest) {
    if (count == 0) {
      return 0;
    }
    double share = StrictMath.log1p((double) count) / StrictMath.log1p((double) highest);
    return 1 + (int) ((COLOURS - 2) * share);
  }

  private static byte[] palette() {
    byte[] palette = new byte[COLOURS * 3];
    for (int i = 0; i < COLOURS; i++) {
      palette[i * 3] = (byte) Math.min(255, 24 + (i * 2));
      palette[(i * 3) + 1] = (byte) Math.clamp((i * 2L) - 256, 24, 255);
      palette[(i * 3) + 2] = (byte) Math.max(16, 64 - i);
    }
    return palette;
  }
}
