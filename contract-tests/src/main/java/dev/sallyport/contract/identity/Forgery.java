package dev.sallyport.contract.identity;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;

/**
 * A token that must be refused.
 *
 * @param name what is wrong with it
 * @param token the token
 * @param cause the first check that it fails
 */
record Forgery(String name, String token, Cause cause) {
  @Override
  public String toString() {
    return name + " -> " + cause;
  }
}
