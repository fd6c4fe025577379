package dev.sallyport.application.shared;

import java.util.List;
import java.util.Optional;

/**
 * One page of a longer list.
 *
 * @param items what is on it, in the list's order
 * @param next how to ask for the page after it; nothing when the list ends here
 * @param <T> what the list is of
 */
public record Page<T>(List<T> items, Optional<PageToken> next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
