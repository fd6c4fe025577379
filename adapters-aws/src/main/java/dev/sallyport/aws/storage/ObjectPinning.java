package dev.sallyport.aws.storage;

/** How one content of a quarantined key is told from the next one. */
public enum ObjectPinning {
  /** By its version: the bucket keeps all of them, and a verdict stays with the one it read. */
  VERSION_ID,
  /**
   * By its entity tag, for compatible servers that keep no versions. What a form replaces is gone,
   * and a delete may strike what came a moment after it looked.
   */
  ETAG
}
