package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.TrackerMapping;

/** Keeps the one mapping of the deployment. */
public interface TrackerMappingStore {
  /**
   * Returns the mapping as it is now; {@link TrackerMapping#INITIAL} when none was ever stored.
   * Strongly consistent.
   */
  TrackerMapping current();

  /**
   * Stores the next version, if the stored one is the version before it.
   *
   * @return whether it is stored
   */
  boolean replace(TrackerMapping next);
}
