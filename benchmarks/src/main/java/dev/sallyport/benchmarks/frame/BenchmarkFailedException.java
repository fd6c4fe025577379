package dev.sallyport.benchmarks.frame;

/** The product could not be measured, so there is no result. */
public final class BenchmarkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong, for the person at the terminal. */
  public BenchmarkFailedException(String message) {
    super(message);
  }

  /** Says what went wrong, for the person at the terminal, and why. */
  public BenchmarkFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
