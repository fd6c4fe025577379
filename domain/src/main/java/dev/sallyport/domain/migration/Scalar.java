package dev.sallyport.domain.migration;

/** A value that migrations can give an attribute, and see of a record. */
public sealed interface Scalar {
  /** Longest text, in characters. */
  int MAX_TEXT = 4096;

  /**
   * A text.
   *
   * @param value at most {@link #MAX_TEXT} characters
   */
  record Text(String value) implements Scalar {
    /** Rejects an over-long text. */
    public Text {
      if (value.length() > MAX_TEXT) {
        throw new IllegalArgumentException("a text has at most 4096 characters");
      }
    }

    /** May be what a user has written. */
    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  /**
   * A whole number.
   *
   * @param value the number
   */
  record Whole(long value) implements Scalar {}

  /**
   * Yes or no.
   *
   * @param value which
   */
  record Flag(boolean value) implements Scalar {}
}
