package dev.sallyport.aws.storage;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.profile.port.PictureStore;
import jakarta.inject.Singleton;

/**
 * Binds pictures to S3; needs {@link S3AssetSettings} beside what {@link AwsStorageModule} needs.
 */
@Module
public interface AwsPictureModule {
  /** Binds it. */
  @Binds
  @Singleton
  PictureStore pictures(S3PictureStore store);
}
