package dev.sallyport.inmemory.profile;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.profile.port.ProfileStore;

/** Binds profiles in memory. */
@Module
public interface InMemoryProfileModule {
  /** The profiles. */
  @Binds
  ProfileStore profiles(InMemoryProfileStore profiles);
}
