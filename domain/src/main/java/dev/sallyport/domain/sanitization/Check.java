package dev.sallyport.domain.sanitization;

/**
 * A check that can run on an attachment; the constants stand in the order in which they run.
 *
 * <p>A verdict names those that ran, so that "clean without a malware scan" cannot be mistaken for
 * more.
 */
public enum Check {
  /** The bytes are as many as granted, and not none. */
  SIZE,
  /** The SHA-256 is the announced one. */
  CHECKSUM,
  /** The type was recognised from the bytes and agrees with every declaration. */
  TYPE,
  /** A malware scanner saw the original. */
  MALWARE,
  /** The content was parsed to its last byte and written anew. */
  REBUILD
}
