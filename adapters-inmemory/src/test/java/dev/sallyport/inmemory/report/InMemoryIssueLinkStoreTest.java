package dev.sallyport.inmemory.report;

import dev.sallyport.contract.report.IssueLinkStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryIssueLinkStoreTest implements IssueLinkStoreContract {
  @Override
  public Opened open() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Opened(family.reports(), family.issueLinks());
  }
}
