package dev.sallyport.operations.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gathers everything that is wrong with what was set, so that a person mends it in one go. */
public final class Mistakes {
  private final List<String> found = new ArrayList<>();

  /** Adds one; it never quotes a secret. */
  public void add(String mistake) {
    found.add(mistake);
  }

  /** Parses text, or adds what the parser says against it. */
  public <T> Optional<T> check(String where, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException wrong) {
      add(where + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }

  /** Returns all of them in the order in which they were found. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /** Tells whether nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }
}
