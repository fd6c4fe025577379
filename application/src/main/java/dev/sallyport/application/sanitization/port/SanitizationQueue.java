package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;

/**
 * Takes note of objects that wait in quarantine, so that each is judged in its turn, at least once.
 */
public interface SanitizationQueue {
  /** Enqueues one version; returns after it is durable. Enqueueing it again does no harm. */
  void enqueue(ObjectKey key, VersionId version, DataSize size);
}
