package dev.sallyport.operations.sanitization;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.operations.MessageOperation;

/** Contributes the sanitizer's messages, and the queue that they go through. */
@Module
public interface SanitizationOperationsModule {
  /** Contributes what is done with each message. */
  @Binds
  @IntoSet
  MessageOperation sanitize(SanitizeMessages messages);

  /** Enqueues in the form that {@link SanitizeMessages} reads. */
  @Binds
  SanitizationQueue queue(QueuedSanitization queue);
}
