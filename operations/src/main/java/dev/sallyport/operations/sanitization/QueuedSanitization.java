package dev.sallyport.operations.sanitization;

import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.operations.Queues;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Enqueues objects as S3 would have announced them, so that one reader serves both: what S3 sends
 * by itself, and what is put there because an announcement was lost.
 */
final class QueuedSanitization implements SanitizationQueue {
  private final Queues queues;
  private final StorageAccess storage;
  private final Clock clock;

  @Inject
  QueuedSanitization(Queues queues, StorageAccess storage, Clock clock) {
    this.queues = queues;
    this.storage = storage;
    this.clock = clock;
  }

  @Override
  public void enqueue(ObjectKey key, VersionId version, DataSize size) {
    ArrivedObject arrived = new ArrivedObject(key.value(), version, size);
    String message = S3EventCodec.encode(arrived, storage.uploads().bucket(), clock.instant());
    queues.named(Queues.SANITIZATION).send(message, Duration.ZERO);
  }
}
