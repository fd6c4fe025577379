package dev.sallyport.application.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.domain.report.TrackerMapping;
import jakarta.inject.Inject;

/** Shows how reports become issues. */
public final class ShowTrackerMapping {
  private final TrackerMappingStore mappings;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowTrackerMapping(TrackerMappingStore mappings) {
    this.mappings = mappings;
  }

  /** Returns the mapping as it is now. */
  public TrackerMapping show() {
    return mappings.current();
  }
}
