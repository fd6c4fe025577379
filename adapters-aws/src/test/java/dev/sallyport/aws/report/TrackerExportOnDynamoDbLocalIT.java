package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.TrackerExportContract;

class TrackerExportOnDynamoDbLocalIT implements TrackerExportContract {
  @Override
  public Stores stores() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Stores(family.reports(), family.issueLinks(), family.trackerMapping());
  }
}
