package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.DuplicateContract;
import dev.sallyport.contract.report.ReportListContract;
import dev.sallyport.contract.report.ReportRaceContract;
import dev.sallyport.contract.report.ReportStoreContract;
import dev.sallyport.servers.LocalStackServer;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(LocalStackServer.IS_POSSIBLE)
class ReportStoreOnLocalStackIT
    implements ReportStoreContract, ReportRaceContract, DuplicateContract, ReportListContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.openOn(LocalStackServer.shared().uri());
    return new Opened(family.reports(), family.outbox());
  }
}
