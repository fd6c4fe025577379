package dev.sallyport.application.identity.port;

/**
 * Publishes the keys that tokens are signed with, as a JSON Web Key Set (<a
 * href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>).
 */
public interface KeySetSource {
  /**
   * Fetches the key set as it is now, at most 64 KiB of JSON. Whoever asks keeps the answer for a
   * while. Ends by itself within seconds, whatever the publisher does.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when it cannot be had
   */
  String fetch();
}
