package dev.sallyport.aws.attachment;

import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.attachment.AttachmentLedgerContract;
import dev.sallyport.contract.attachment.DueListContract;
import dev.sallyport.contract.attachment.JudgedListContract;
import dev.sallyport.contract.attachment.LedgerModelContract;
import dev.sallyport.contract.attachment.QuotaContract;
import dev.sallyport.domain.attachment.UploadPolicy;

class AttachmentLedgerOnDynamoDbLocalIT
    implements AttachmentLedgerContract,
        QuotaContract,
        DueListContract,
        JudgedListContract,
        LedgerModelContract {
  @Override
  public Opened open(UploadPolicy policy) {
    DynamoDbFamily family = DynamoDbFamily.open(policy);
    return new Opened(family.ledger(), family.outbox());
  }
}
