package dev.sallyport.http;

/** What runs a request. */
public enum ThreadKind {
  /** A virtual thread of its own: waiting costs next to nothing. */
  VIRTUAL,
  /** One of a bounded pool of platform threads, for comparison. */
  PLATFORM
}
