package dev.sallyport.application.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Receipt;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Tells a sender what became of a file. */
public final class ShowAttachment {
  private final AttachmentLedger ledger;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowAttachment(AttachmentLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Returns the attachment to whoever holds the receipt of its grant. Nothing for a wrong or ended
   * receipt, as for an unknown id, so that nobody learns which ids exist.
   */
  public Optional<Attachment> show(AttachmentId id, Receipt receipt) {
    return ledger.find(id).filter(found -> found.wasGrantedTo(receipt, clock.instant()));
  }
}
