package dev.sallyport.application.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.domain.report.TrackerMapping;
import jakarta.inject.Inject;

/**
 * Changes how reports become issues, if nobody has changed it since the caller looked. Issues that
 * were made stay as they are.
 */
public final class ChangeTrackerMapping {
  private final TrackerMappingStore mappings;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ChangeTrackerMapping(TrackerMappingStore mappings) {
    this.mappings = mappings;
  }

  /** What became of a wish to change the mapping. */
  public sealed interface Result {
    /**
     * Changed.
     *
     * @param mapping as it is now
     */
    record Changed(TrackerMapping mapping) implements Result {}

    /**
     * Somebody else was faster.
     *
     * @param currentVersion the version to look at before trying again
     */
    record Stale(long currentVersion) implements Result {}
  }

  /**
   * Replaces all of it.
   *
   * @param expectedVersion what the caller saw; 0 for that of a new deployment
   * @param wished what it shall be; its version counts for nothing
   */
  public Result change(long expectedVersion, TrackerMapping wished) {
    TrackerMapping current = mappings.current();
    if (current.version() == expectedVersion) {
      TrackerMapping next = wished.after(current);
      if (mappings.replace(next)) {
        return new Result.Changed(next);
      }
    }
    return new Result.Stale(mappings.current().version());
  }
}
