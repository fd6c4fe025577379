package dev.sallyport.media;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.media.archive.ArchiveModule;
import dev.sallyport.media.audio.AudioModule;
import dev.sallyport.media.dump.DumpModule;
import dev.sallyport.media.image.ImageModule;
import dev.sallyport.media.image.PixelBudget;
import dev.sallyport.media.image.RenditionModule;
import dev.sallyport.media.scratch.ScratchConfiguration;
import dev.sallyport.media.scratch.ScratchModule;
import dev.sallyport.media.sniff.SniffModule;
import dev.sallyport.media.text.TextModule;
import dev.sallyport.media.video.VideoModule;
import jakarta.inject.Singleton;

/**
 * Gives a deployment its sniffer, its scratch space, its set of rebuilders and its maker of
 * renditions; needs a {@link MediaConfiguration}, and for the last a {@code SanitizationPolicy}.
 */
@Module(
    includes = {
      ArchiveModule.class,
      AudioModule.class,
      DumpModule.class,
      ImageModule.class,
      RenditionModule.class,
      TextModule.class,
      SniffModule.class,
      ScratchModule.class,
      VideoModule.class
    })
public interface MediaAdaptersModule {
  /** Gives the scratch space its part of the configuration. */
  @Provides
  static ScratchConfiguration scratchConfiguration(MediaConfiguration configuration) {
    return new ScratchConfiguration(
        configuration.scratchDirectory(),
        configuration.scratchThreshold(),
        configuration.scratchMemory());
  }

  /** Gives all image rebuilders one budget. */
  @Provides
  @Singleton
  static PixelBudget pixelBudget(MediaConfiguration configuration) {
    return new PixelBudget(configuration.pixelBudget());
  }
}
