package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.ReportFormStoreContract;

class ReportFormStoreOnDynamoDbLocalIT implements ReportFormStoreContract {
  @Override
  public ReportFormStore open() {
    return DynamoDbFamily.open().form();
  }
}
