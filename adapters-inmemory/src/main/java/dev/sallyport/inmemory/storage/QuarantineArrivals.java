package dev.sallyport.inmemory.storage;

import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.shared.ObjectKey;
import jakarta.inject.Inject;

/**
 * Sends word of attachments in quarantine to the sanitizer, as the notification configuration of
 * the quarantine bucket does on S3: by bucket and prefix. Other keys are nobody's attachment; their
 * lifecycle removes them.
 */
final class QuarantineArrivals implements ObjectCreatedListener {
  private final SanitizationQueue queue;

  @Inject
  QuarantineArrivals(SanitizationQueue queue) {
    this.queue = queue;
  }

  @Override
  public void objectCreated(ObjectVersion version) {
    if (version.bucket() == Bucket.QUARANTINE) {
      AttachmentId.ofQuarantineKey(version.key())
          .ifPresent(
              _ -> queue.enqueue(new ObjectKey(version.key()), version.version(), version.size()));
    }
  }
}
