package dev.sallyport.media.image;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.profile.port.RenditionMaker;
import jakarta.inject.Singleton;

/** Makes pictures of profiles; needs the {@link PixelBudget} of the rebuilders and their policy. */
@Module
public interface RenditionModule {
  /** Binds it. */
  @Binds
  @Singleton
  RenditionMaker renditions(ImageRenditionMaker maker);
}
