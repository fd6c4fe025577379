package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.IssueLinkStoreContract;

class IssueLinkStoreOnDynamoDbLocalIT implements IssueLinkStoreContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Opened(family.reports(), family.issueLinks());
  }
}
