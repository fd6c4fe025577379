package dev.sallyport.inmemory.report;

import dev.sallyport.contract.report.HeatMapContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryHeatMapStoreTest implements HeatMapContract {
  @Override
  public Opened open() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Opened(family.reports(), family.heatMaps());
  }
}
