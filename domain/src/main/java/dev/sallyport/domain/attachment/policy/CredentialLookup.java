package dev.sallyport.domain.attachment.policy;

import java.util.Optional;

/** Finds the secret that belongs to an access key id which a request claims; thread-safe. */
@FunctionalInterface
public interface CredentialLookup {
  /** The credentials of exactly this access key id, or empty when nobody holds it. */
  Optional<SigningCredentials> find(String accessKeyId);
}
