package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.contract.report.ExportContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryExportStoreTest implements ExportContract {
  @Override
  public ExportStore open() {
    return InMemoryFamily.open().exports();
  }
}
