package dev.sallyport.inmemory.storage;

/**
 * Hears of every new version, after it is durable and before its writer gets an answer.
 *
 * <p>When it fails, the version is taken back and the writer gets the failure: so an answered
 * upload always has its event. An event whose version is gone can happen, as with S3, and does no
 * harm: whoever reads it finds nothing. The other choice, a list of events to be sent again, would
 * end with the process just as the objects do, but would let a writer go home first.
 */
@FunctionalInterface
public interface ObjectCreatedListener {
  /** Takes note of a version; returns after the note is as durable as the version. */
  void objectCreated(ObjectVersion version);
}
