package dev.sallyport.http.storage;

import dev.sallyport.inmemory.storage.Bucket;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose signature holds and whose signer may do what it asks.
 *
 * @param bucket that it is about
 * @param key decoded, not empty
 * @param parameters decoded, those of the signature left out
 * @param contentSha256 lower-case hex which the body must have, when the signer said so
 */
record SignedRequest(
    Bucket bucket, String key, Map<String, String> parameters, Optional<String> contentSha256) {
  SignedRequest {
    parameters = Map.copyOf(parameters);
  }

  @Override
  public String toString() {
    return "SignedRequest[" + bucket + ", redacted]";
  }
}
