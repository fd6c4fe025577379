package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.HeatMap;

/** Paints heat maps. */
public interface HeatMapPainter {
  /**
   * Returns a PNG of at most 1024 pixels in each direction, row 0 at the top; the same bytes for
   * the same counts.
   */
  byte[] png(HeatMap map);
}
