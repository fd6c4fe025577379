package dev.sallyport.inmemory.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.contract.sanitization.ResanitizeJobStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryResanitizeJobStoreTest implements ResanitizeJobStoreContract {
  private final ResanitizeJobStore jobs = InMemoryFamily.open().resanitizeJobs();

  @Override
  public ResanitizeJobStore jobs() {
    return jobs;
  }
}
