package dev.sallyport.application.shared;

/**
 * Work was given up because its {@link Deadline} had come; nothing it would have produced is to be
 * used.
 */
public final class DeadlineExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public DeadlineExceededException() {
    super("deadline exceeded");
  }
}
