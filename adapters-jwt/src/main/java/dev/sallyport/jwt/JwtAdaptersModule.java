package dev.sallyport.jwt;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.identity.port.TokenVerifier;

/**
 * Fills the role of {@link TokenVerifier}; needs a {@link JwtSettings}, a {@link
 * dev.sallyport.application.identity.port.KeySetSource}, a {@link java.time.Clock} and {@link
 * dev.sallyport.application.shared.port.Metrics}.
 */
@Module
public interface JwtAdaptersModule {
  /** The one verifier. */
  @Binds
  TokenVerifier tokenVerifier(JwtTokenVerifier verifier);
}
