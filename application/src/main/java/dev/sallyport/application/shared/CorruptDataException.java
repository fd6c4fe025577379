package dev.sallyport.application.shared;

import org.jspecify.annotations.Nullable;

/** A store holds something that this code could not have written; a person has to look at it. */
public final class CorruptDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the message names what is corrupt by id and never by content. */
  public CorruptDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
