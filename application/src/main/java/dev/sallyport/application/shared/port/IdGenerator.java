package dev.sallyport.application.shared.port;

import java.util.UUID;

/** Makes names and secrets; the only source of randomness that use cases have. */
public interface IdGenerator {
  /** Returns a UUID that was never returned before (122 random bits). */
  UUID newId();

  /**
   * Returns fresh bytes that nobody can guess.
   *
   * @param count how many, 16 to 64
   */
  byte[] newSecret(int count);
}
