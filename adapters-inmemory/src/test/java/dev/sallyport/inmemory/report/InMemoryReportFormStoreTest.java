package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.contract.report.ReportFormStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryReportFormStoreTest implements ReportFormStoreContract {
  @Override
  public ReportFormStore open() {
    return InMemoryFamily.open().form();
  }
}
