package dev.sallyport.inmemory.identity;

/** Brings codes to users; where there is no mail, to whoever started the product. */
@FunctionalInterface
public interface CodeDelivery {
  /**
   * Brings a code. Neither fails nor blocks.
   *
   * @param purpose what it is for
   * @param username whose it is
   * @param email where it goes; empty for a user whom the deployment names
   * @param code six digits; a secret, which no log may have
   */
  void deliver(Purpose purpose, String username, String email, String code);

  /** What a code is for. */
  enum Purpose {
    /** Proves that an address is the user's. */
    CONFIRMATION,
    /** Replaces a forgotten password. */
    RECOVERY
  }
}
