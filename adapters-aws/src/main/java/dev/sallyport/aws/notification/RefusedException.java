package dev.sallyport.aws.notification;

/** The service does not take what it was given; perhaps it does a little later. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String what, Throwable cause) {
    super(what, cause);
  }
}
