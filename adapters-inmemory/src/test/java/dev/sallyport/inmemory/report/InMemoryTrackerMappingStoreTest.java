package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.contract.report.TrackerMappingStoreContract;

class InMemoryTrackerMappingStoreTest implements TrackerMappingStoreContract {
  private final TrackerMappingStore store = new InMemoryTrackerMappingStore();

  @Override
  public TrackerMappingStore open() {
    return store;
  }
}
