package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import org.jspecify.annotations.Nullable;

/** Finds one sort of secret or personal data. */
interface Rule {
  /**
   * Looks whether something is to be redacted because of the byte at this place.
   *
   * @return what, or null
   */
  @Nullable Match match(Window window, int place);

  /**
   * Something to be redacted.
   *
   * @param from the first byte that goes
   * @param to where what has been looked at ends
   * @param kind what it is
   * @param tail how it may go on beyond {@code to}, however long
   */
  record Match(int from, int to, Removal.Kind kind, Tail tail) {}
}
