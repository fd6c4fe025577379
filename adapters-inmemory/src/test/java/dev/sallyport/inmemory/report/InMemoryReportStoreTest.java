package dev.sallyport.inmemory.report;

import dev.sallyport.contract.report.DuplicateContract;
import dev.sallyport.contract.report.ReportListContract;
import dev.sallyport.contract.report.ReportModelContract;
import dev.sallyport.contract.report.ReportRaceContract;
import dev.sallyport.contract.report.ReportStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryReportStoreTest
    implements ReportStoreContract,
        ReportRaceContract,
        DuplicateContract,
        ReportListContract,
        ReportModelContract {
  @Override
  public Opened open() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Opened(family.reports(), family.outbox());
  }
}
