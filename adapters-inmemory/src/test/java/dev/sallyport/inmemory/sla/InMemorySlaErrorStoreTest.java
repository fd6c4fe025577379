package dev.sallyport.inmemory.sla;

import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.contract.sla.SlaErrorListContract;
import dev.sallyport.contract.sla.SlaErrorStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemorySlaErrorStoreTest implements SlaErrorStoreContract, SlaErrorListContract {
  @Override
  public SlaErrorStore open() {
    return InMemoryFamily.open().slaErrors();
  }
}
