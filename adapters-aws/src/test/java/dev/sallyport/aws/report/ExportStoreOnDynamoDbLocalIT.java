package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.ExportContract;

class ExportStoreOnDynamoDbLocalIT implements ExportContract {
  @Override
  public ExportStore open() {
    return DynamoDbFamily.open().exports();
  }
}
