package dev.sallyport.aws.sla;

import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.sla.SlaErrorListContract;
import dev.sallyport.contract.sla.SlaErrorStoreContract;

class SlaErrorStoreOnDynamoDbLocalIT implements SlaErrorStoreContract, SlaErrorListContract {
  @Override
  public SlaErrorStore open() {
    return DynamoDbFamily.open().slaErrors();
  }
}
