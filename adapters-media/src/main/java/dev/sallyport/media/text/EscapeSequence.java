package dev.sallyport.media.text;

/**
 * Follows one terminal escape sequence from the byte after ESC to its end (<a
 * href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48, 5.3
 * to 5.6</a>).
 *
 * <p>A control string (OSC, DCS, SOS, PM, APC) ends with ST or BEL; where none comes it ends with
 * the line, so that it cannot hide the rest of a file.
 */
final class EscapeSequence {
  private static final byte ESC = 0x1b;
  private static final byte BEL = 0x07;

  private enum State {
    NONE,
    BEGUN,
    INTERMEDIATE,
    CONTROL,
    STRING,
    STRING_ESC
  }

  private State state = State.NONE;

  /** Begins a sequence. */
  void begin() {
    state = State.BEGUN;
  }

  /** Ends a sequence that the end of the text cut off. */
  void reset() {
    state = State.NONE;
  }

  /** Tells whether a sequence is open. */
  boolean isOpen() {
    return state != State.NONE;
  }

  /**
   * Takes the next byte.
   *
   * @return whether it belongs to the sequence; one that does not has ended it
   */
  boolean takes(byte b) {
    return switch (state) {
      case NONE -> false;
      case BEGUN -> begun(b);
      case INTERMEDIATE -> isIntermediate(b) || last(b, 0x30);
      case CONTROL -> (b >= 0x20 && b <= 0x3f) || last(b, 0x40);
      case STRING, STRING_ESC -> string(b);
    };
  }

  private boolean begun(byte b) {
    state =
        switch (b) {
          case '[' -> State.CONTROL;
          case ']', 'P', 'X', '^', '_' -> State.STRING;
          default -> State.INTERMEDIATE;
        };
    return state != State.INTERMEDIATE || isIntermediate(b) || last(b, 0x30);
  }

  private static boolean isIntermediate(byte b) {
    return b >= 0x20 && b <= 0x2f;
  }

  private boolean last(byte b, int lowest) {
    state = State.NONE;
    return b >= lowest && b <= 0x7e;
  }

  private boolean string(byte b) {
    if (state == State.STRING_ESC && b != '\\') {
      // As in a terminal: an escape within a string ends it and begins a sequence of its own.
      return begun(b);
    }
    if (b == '\n' || b == '\r') {
      state = State.NONE;
      return false;
    }
    boolean terminated = b == BEL || (b == '\\' && state == State.STRING_ESC);
    state = terminated ? State.NONE : b == ESC ? State.STRING_ESC : State.STRING;
    return true;
  }
}
