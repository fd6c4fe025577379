package dev.sallyport.aws.report;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.CommentStoreContract;

class CommentStoreOnDynamoDbLocalIT implements CommentStoreContract {
  @Override
  public Opened open() {
    DynamoDbFamily family = DynamoDbFamily.open();
    return new Opened(family.comments(), family.reports(), family.outbox());
  }
}
