package dev.sallyport.contract.sanitization;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;

/**
 * The stores of one family, and the two things that no port allows: to arrive as a stranger, and to
 * look behind the second door.
 */
public interface IntakeStores {
  /** Returns the ledger. */
  AttachmentLedger ledger();

  /** Returns the store of bytes. */
  AttachmentStore store();

  /** Returns the outbox that the ledger writes to. */
  Outbox outbox();

  /** Stores bytes in quarantine as an upload would, without telling anybody. */
  VersionId arrive(ObjectKey key, byte[] bytes);

  /** Returns what a triager would get under this key, if anything. */
  Optional<byte[]> clean(ObjectKey key);
}
