package dev.sallyport.aws.notification;

/** There is no such bucket or queue. */
final class MissingResourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingResourceException(String what, Throwable cause) {
    super(what, cause);
  }
}
