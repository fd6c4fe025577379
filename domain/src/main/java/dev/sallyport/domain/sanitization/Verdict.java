package dev.sallyport.domain.sanitization;

import java.util.List;

/**
 * What the sanitizer says of one attachment. Everything it does not positively know to be harmless
 * is {@link Rejected}.
 */
public sealed interface Verdict {
  /** Rebuilt, and nothing had to be removed. */
  record Clean() implements Verdict {}

  /**
   * Rebuilt without something that the original had.
   *
   * @param removed what, in the order of {@link Removal.Kind}; never empty
   */
  record Disarmed(List<Removal> removed) implements Verdict {
    /** Copies and sorts the list. */
    public Disarmed {
      if (removed.isEmpty()) {
        throw new IllegalArgumentException("what lost nothing is clean");
      }
      removed = removed.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
    }
  }

  /** Parsed whole and served unchanged, for download only. */
  record Validated() implements Verdict {}

  /**
   * Will never be served.
   *
   * @param reason why
   */
  record Rejected(ReasonCode reason) implements Verdict {}

  /** Returns the verdict on something rebuilt: clean when nothing was removed, else disarmed. */
  static Verdict rebuilt(List<Removal> removed) {
    return removed.isEmpty() ? new Clean() : new Disarmed(removed);
  }

  /** Tells whether clean bytes exist for this verdict. */
  default boolean isServed() {
    return !(this instanceof Rejected);
  }
}
