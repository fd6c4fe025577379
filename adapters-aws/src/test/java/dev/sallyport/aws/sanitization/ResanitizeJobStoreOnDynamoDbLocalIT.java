package dev.sallyport.aws.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.sanitization.ResanitizeJobStoreContract;

class ResanitizeJobStoreOnDynamoDbLocalIT implements ResanitizeJobStoreContract {
  private final ResanitizeJobStore jobs = DynamoDbFamily.open().resanitizeJobs();

  @Override
  public ResanitizeJobStore jobs() {
    return jobs;
  }
}
