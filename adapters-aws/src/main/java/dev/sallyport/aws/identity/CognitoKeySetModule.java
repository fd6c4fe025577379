package dev.sallyport.aws.identity;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.identity.port.KeySetSource;

/** Fills the role of {@link KeySetSource}; needs a {@link KeySetAddress} and nothing of the SDK. */
@Module
public interface CognitoKeySetModule {
  /** The keys of the user pool. */
  @Binds
  KeySetSource keySet(CognitoKeySet keySet);
}
