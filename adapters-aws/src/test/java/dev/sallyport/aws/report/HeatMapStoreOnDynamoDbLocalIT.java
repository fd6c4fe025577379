package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.HeatMapContract;

class HeatMapStoreOnDynamoDbLocalIT implements HeatMapContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Opened(family.reports(), family.heatMaps());
  }
}
