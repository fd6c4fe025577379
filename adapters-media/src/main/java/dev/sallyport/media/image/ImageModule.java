package dev.sallyport.media.image;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import jakarta.inject.Singleton;

/** Contributes the rebuilders of images; needs a {@link PixelBudget}, one for all of them. */
@Module
public interface ImageModule {
  /** Contributes JPEG. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder jpeg(JpegRebuilder rebuilder);

  /** Contributes PNG. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder png(PngRebuilder rebuilder);

  /** Contributes GIF. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder gif(GifRebuilder rebuilder);

  /** Contributes BMP. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder bmp(BmpRebuilder rebuilder);

  /** Contributes WebP. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder webp(WebpRebuilder rebuilder);
}
