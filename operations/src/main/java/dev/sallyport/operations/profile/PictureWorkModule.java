package dev.sallyport.operations.profile;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;

/** Contributes the subscriber that puts announced pictures on profiles. */
@Module
public interface PictureWorkModule {
  /** Contributes the subscriber. */
  @Binds
  @IntoSet
  MessageOperation pictures(AnnouncedPicture picture);
}
