package dev.sallyport.domain.sanitization;

/**
 * Why an attachment was rejected or has expired: stable names that senders, triagers and dashboards
 * may rely on.
 *
 * <p>A code is never renamed and never changes its meaning; {@code INVARIANTS.md} lists which check
 * gives which.
 */
public enum ReasonCode {
  /** Zero bytes. */
  EMPTY,
  /** More or fewer bytes than were granted. */
  SIZE_MISMATCH,
  /** The SHA-256 that the sender announced is not that of the bytes. */
  CHECKSUM_MISMATCH,
  /** Ends before its own structure does. */
  TRUNCATED,
  /** Breaks the rules of its own format. */
  MALFORMED,
  /** Goes on after its own end. */
  TRAILING_DATA,
  /** Can be read as more than one type. */
  AMBIGUOUS_TYPE,
  /** What was declared and what was found are not the same. */
  TYPE_MISMATCH,
  /** Nothing here handles this type. */
  UNSUPPORTED_TYPE,
  /** More pixels over all frames than the policy allows. */
  TOO_MANY_PIXELS,
  /** Would grow beyond the policy's bytes, ratio or entries. */
  EXPANSION_LIMIT,
  /** Nested deeper than the policy allows. */
  NESTING_LIMIT,
  /** An archive entry with a name or kind that nobody should unpack. */
  UNSAFE_ENTRY,
  /** Encrypted, so nothing can be proved about it. */
  ENCRYPTED,
  /** Can run or fetch something when opened. */
  ACTIVE_CONTENT,
  /** The malware scanner knows it. */
  MALWARE,
  /** The checks outlasted their deadline, repeatedly. */
  TIMEOUT,
  /** Never arrived before its form expired. */
  NEVER_UPLOADED,
  /** The malware scanner was down for longer than an attachment may wait. */
  SCANNER_UNAVAILABLE
}
