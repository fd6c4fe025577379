package dev.sallyport.inmemory.identity;

import com.nimbusds.jose.jwk.JWKSet;
import dev.sallyport.application.identity.port.KeySetSource;
import jakarta.inject.Inject;

/** Publishes the public half of the directory's key. */
final class InMemoryKeySet implements KeySetSource {
  private final SigningKey key;

  @Inject
  InMemoryKeySet(SigningKey key) {
    this.key = key;
  }

  @Override
  public String fetch() {
    return new JWKSet(key.get().toPublicJWK()).toString();
  }
}
