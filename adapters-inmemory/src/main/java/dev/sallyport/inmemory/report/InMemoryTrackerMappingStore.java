package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.domain.report.TrackerMapping;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the mapping in one reference. */
@Singleton
final class InMemoryTrackerMappingStore implements TrackerMappingStore {
  private final AtomicReference<TrackerMapping> mapping =
      new AtomicReference<>(TrackerMapping.INITIAL);

  @Inject
  InMemoryTrackerMappingStore() {}

  @Override
  public TrackerMapping current() {
    return mapping.get();
  }

  @Override
  public boolean replace(TrackerMapping next) {
    TrackerMapping before = mapping.get();
    return before.version() == next.version() - 1 && mapping.compareAndSet(before, next);
  }
}
