package dev.sallyport.application.shared.port;

import java.time.Duration;

/**
 * Counts and times what happens. Names and tags come from the code, never from a caller, so that
 * their number stays small.
 *
 * <p>Never fails and never blocks: a deployment that cannot count still works.
 */
public interface Metrics {
  /**
   * Adds one.
   *
   * @param name lower-case words with dots, such as {@code attachment.judged}
   * @param tags names and values in turn, such as {@code "verdict", "clean"}
   */
  void count(String name, String... tags);

  /** Records how long something took; name and tags as in {@link #count}. */
  void time(String name, Duration took, String... tags);
}
