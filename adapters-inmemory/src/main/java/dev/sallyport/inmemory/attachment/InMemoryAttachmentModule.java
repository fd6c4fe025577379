package dev.sallyport.inmemory.attachment;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.attachment.port.AttachmentLedger;

/** Binds the attachment ledger in memory. */
@Module
public interface InMemoryAttachmentModule {
  /** The ledger; its events go to the outbox in memory. */
  @Binds
  AttachmentLedger ledger(InMemoryAttachmentLedger ledger);
}
