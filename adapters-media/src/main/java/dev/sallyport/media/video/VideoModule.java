package dev.sallyport.media.video;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import jakarta.inject.Singleton;

/** Contributes the checkers of video. */
@Module
public interface VideoModule {
  /** Contributes MP4. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder mp4(Mp4Checker checker);

  /** Contributes WebM. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder webm(WebmChecker checker);
}
