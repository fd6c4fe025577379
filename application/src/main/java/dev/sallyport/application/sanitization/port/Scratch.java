package dev.sallyport.application.sanitization.port;

import java.io.OutputStream;

/**
 * Room for the bytes of one attachment: first written, then read. Closing it frees the room,
 * whatever has happened before.
 */
public interface Scratch extends AutoCloseable {
  /**
   * Returns where to write; the same stream each time. Writing more than the room was made for is
   * an {@link ScratchFullException}.
   */
  OutputStream sink();

  /** Ends the writing and returns what was written. */
  Content content();

  @Override
  void close();

  /** Somebody wrote more than was asked for. */
  final class ScratchFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public ScratchFullException() {
      super("more bytes than the scratch was made for");
    }
  }
}
