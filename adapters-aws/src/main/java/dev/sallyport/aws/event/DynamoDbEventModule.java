package dev.sallyport.aws.event;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.event.port.Outbox;

/** Binds the outbox on DynamoDB. */
@Module
public interface DynamoDbEventModule {
  /** The outbox that the ledger and the report store fill. */
  @Binds
  Outbox outbox(DynamoDbOutbox outbox);
}
