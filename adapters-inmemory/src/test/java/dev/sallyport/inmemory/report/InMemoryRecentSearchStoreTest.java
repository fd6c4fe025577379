package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.contract.report.RecentSearchContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryRecentSearchStoreTest implements RecentSearchContract {
  @Override
  public RecentSearchStore open() {
    return InMemoryFamily.open().searches();
  }
}
