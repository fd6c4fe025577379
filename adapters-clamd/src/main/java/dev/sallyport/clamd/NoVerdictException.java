package dev.sallyport.clamd;

import org.jspecify.annotations.Nullable;

/** Clamd did not say what content is. */
final class NoVerdictException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  NoVerdictException(Reason reason, @Nullable Throwable cause) {
    super("clamd: " + reason.name(), cause);
    this.reason = reason;
  }

  NoVerdictException(Reason reason) {
    this(reason, null);
  }

  /** Why it did not. */
  enum Reason {
    /** There was no connection. */
    UNREACHABLE,
    /** It neither took nor sent a byte for too long. */
    SILENT,
    /** It ended the connection before its reply was whole. */
    CLOSED,
    /** It replied something that is no verdict. */
    STRANGE,
    /** It was not, or would not be, given as much. */
    TOO_LARGE
  }

  Reason reason() {
    return reason;
  }
}
