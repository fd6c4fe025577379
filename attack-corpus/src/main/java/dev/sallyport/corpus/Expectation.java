package dev.sallyport.corpus;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.util.EnumSet;
import java.util.Set;

/** The verdict that a file has to get. */
public sealed interface Expectation {
  /** Passes as it is. */
  record Clean() implements Expectation {}

  /**
   * Passes without something.
   *
   * @param removed exactly what
   */
  record Disarmed(Set<Removal.Kind> removed) implements Expectation {
    /** Copies the set. */
    public Disarmed {
      removed = Set.copyOf(removed);
    }
  }

  /** Passes because its structure was checked. */
  record Validated() implements Expectation {}

  /**
   * Does not pass.
   *
   * @param reason exactly why
   */
  record Rejected(ReasonCode reason) implements Expectation {}

  /** Returns that it passes without these. */
  static Expectation without(Removal.Kind first, Removal.Kind... rest) {
    return new Disarmed(EnumSet.of(first, rest));
  }

  /** Returns that it does not pass. */
  static Expectation rejected(ReasonCode reason) {
    return new Rejected(reason);
  }
}
