package dev.sallyport.media.image;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.report.port.HeatMapPainter;

/** Binds what paints heat maps; it needs nothing, unlike what looks into images. */
@Module
public interface HeatMapImageModule {
  /** Paints PNGs. */
  @Binds
  HeatMapPainter painter(PngHeatMapPainter painter);
}
