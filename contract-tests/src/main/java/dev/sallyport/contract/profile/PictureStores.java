package dev.sallyport.contract.profile;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.domain.shared.ObjectKey;
import java.util.Optional;

/** The stores of one family through which pictures pass, and a look at what readers get. */
public interface PictureStores {
  /** Returns the ledger of uploads. */
  AttachmentLedger ledger();

  /** Returns the sanitizer's store, which writes clean bytes. */
  AttachmentStore attachments();

  /** Returns the store under test. */
  PictureStore pictures();

  /** Returns what a reader finds in the assets bucket. */
  Optional<Asset> asset(ObjectKey key);

  /**
   * An object in the assets bucket.
   *
   * @param bytes all of them
   * @param contentType as the store says it
   * @param cacheControl as the store says it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Asset(byte[] bytes, String contentType, String cacheControl) {}
}
