package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.RecentSearchContract;

class RecentSearchStoreOnDynamoDbLocalIT implements RecentSearchContract {
  @Override
  public RecentSearchStore open() {
    return DynamoDbFamily.open().searches();
  }
}
