package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.DuplicateContract;
import dev.sallyport.contract.report.ReportListContract;
import dev.sallyport.contract.report.ReportModelContract;
import dev.sallyport.contract.report.ReportRaceContract;
import dev.sallyport.contract.report.ReportStoreContract;

class ReportStoreOnDynamoDbLocalIT
    implements ReportStoreContract,
        ReportRaceContract,
        DuplicateContract,
        ReportListContract,
        ReportModelContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Opened(family.reports(), family.outbox());
  }
}
