package dev.sallyport.lambda;

/**
 * Ends an invocation whose failure is in the log already. The runtime writes messages of whatever a
 * function throws to the log, with those of its causes, and such messages may quote what a stranger
 * sent; so this one is constant and has no cause.
 */
final class InvocationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvocationFailedException(String constant) {
    super(constant);
  }
}
