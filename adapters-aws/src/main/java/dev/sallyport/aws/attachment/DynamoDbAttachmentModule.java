package dev.sallyport.aws.attachment;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.attachment.port.AttachmentLedger;

/** Binds the attachment ledger on DynamoDB. */
@Module
public interface DynamoDbAttachmentModule {
  /** The ledger; its events go to the outbox on DynamoDB. */
  @Binds
  AttachmentLedger ledger(DynamoDbAttachmentLedger ledger);
}
