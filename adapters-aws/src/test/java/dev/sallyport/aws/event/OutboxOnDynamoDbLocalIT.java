package dev.sallyport.aws.event;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.event.OutboxContract;

class OutboxOnDynamoDbLocalIT implements OutboxContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Opened(family.ledger(), family.reports(), family.outbox());
  }
}
