package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.TrackerMappingStoreContract;

class TrackerMappingStoreOnDynamoDbLocalIT implements TrackerMappingStoreContract {
  private final TrackerMappingStore store = DynamoDbFamily.open().trackerMapping();

  @Override
  public TrackerMappingStore open() {
    return store;
  }
}
