package dev.sallyport.inmemory.identity;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;

/**
 * Fills the roles of {@link UserDirectory} and {@link KeySetSource}; needs {@link
 * InMemoryIdentitySettings}, a {@link CodeDelivery}, a {@link java.time.Clock} and an {@link
 * dev.sallyport.application.shared.port.IdGenerator}.
 */
@Module
public interface InMemoryIdentityModule {
  /** The directory of users. */
  @Binds
  UserDirectory userDirectory(InMemoryUserDirectory directory);

  /** The public half of its key. */
  @Binds
  KeySetSource keySetSource(InMemoryKeySet keys);
}
