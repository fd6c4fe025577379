package dev.sallyport.benchmarks.s3;

import dev.sallyport.application.attachment.GrantUploads;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.Queues;
import java.util.Set;

/** The product from grant to verdict, wherever the bytes lie. */
interface JudgingParts {
  GrantUploads grantUploads();

  AttachmentLedger ledger();

  AttachmentStore attachments();

  SanitizationQueue arrivals();

  Set<MessageOperation> operations();

  Queues queues();
}
