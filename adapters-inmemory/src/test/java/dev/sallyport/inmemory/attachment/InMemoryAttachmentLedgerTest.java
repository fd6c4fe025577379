package dev.sallyport.inmemory.attachment;

import dev.sallyport.contract.attachment.AttachmentLedgerContract;
import dev.sallyport.contract.attachment.DueListContract;
import dev.sallyport.contract.attachment.JudgedListContract;
import dev.sallyport.contract.attachment.LedgerModelContract;
import dev.sallyport.contract.attachment.QuotaContract;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryAttachmentLedgerTest
    implements AttachmentLedgerContract,
        QuotaContract,
        DueListContract,
        JudgedListContract,
        LedgerModelContract {
  @Override
  public Opened open(UploadPolicy policy) {
    InMemoryFamily family = InMemoryFamily.open(policy);
    return new Opened(family.ledger(), family.outbox());
  }
}
