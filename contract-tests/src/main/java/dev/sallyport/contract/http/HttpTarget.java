package dev.sallyport.contract.http;

import java.net.URI;

/**
 * A running product and what a test needs to talk to it. The same values each time: tests of one
 * class share the product.
 */
public interface HttpTarget {
  /** Returns where it listens, without a slash at the end. */
  URI base();

  /** Returns an access token of an admin. */
  String adminToken();

  /** Returns an access token of a triager who is nothing else. */
  String triagerToken();

  /** Returns an access token of a user without roles. */
  String userToken();

  /** Returns the one origin whose pages may call. */
  String allowedOrigin();

  /** Does what is done by the clock, where nothing does that by itself. */
  default void tick() {}

  /** Returns a client of it. */
  default HttpDriver driver() {
    return new HttpDriver(base());
  }
}
