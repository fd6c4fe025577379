package dev.sallyport.application.queue.port;

/** Carries each message to every queue that has subscribed to it. */
public interface Topic {
  /**
   * Publishes a message: every subscriber receives it, at least once, in any order. Returns only
   * after that is certain.
   *
   * @param message 1 to {@link MessageQueue#MAX_BODY_BYTES} bytes of UTF-8
   * @throws IllegalArgumentException when it is empty or larger
   * @throws dev.sallyport.application.shared.PortUnavailableException when nobody receives it
   * @throws dev.sallyport.application.shared.OutcomeUnknownException when it may have been
   *     published
   */
  void publish(String message);
}
