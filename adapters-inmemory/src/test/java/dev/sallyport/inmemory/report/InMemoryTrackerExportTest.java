package dev.sallyport.inmemory.report;

import dev.sallyport.contract.report.TrackerExportContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryTrackerExportTest implements TrackerExportContract {
  @Override
  public Stores stores() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Stores(family.reports(), family.issueLinks(), family.trackerMapping());
  }
}
