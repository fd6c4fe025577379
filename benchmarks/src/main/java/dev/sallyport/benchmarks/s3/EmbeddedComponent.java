package dev.sallyport.benchmarks.s3;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.benchmarks.sanitize.PipelineModule;
import dev.sallyport.inmemory.attachment.InMemoryAttachmentModule;
import dev.sallyport.inmemory.event.InMemoryEventModule;
import dev.sallyport.inmemory.queue.InMemoryQueueModule;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.media.MediaConfiguration;
import dev.sallyport.operations.sanitization.SanitizationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Bytes in the embedded store; the rest as in {@link S3Component}. */
@Singleton
@Component(
    modules = {
      PipelineModule.class,
      InMemoryAttachmentModule.class,
      InMemoryEventModule.class,
      InMemoryQueueModule.class,
      InMemoryStorageModule.class,
      MediaAdaptersModule.class,
      SanitizationOperationsModule.class
    })
interface EmbeddedComponent extends JudgingParts {
  InMemoryObjectStore objects();

  /** Makes one; nothing is shared between two. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    EmbeddedComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance Metrics metrics,
        @BindsInstance InMemoryStorageConfig storage,
        @BindsInstance MediaConfiguration media);
  }
}
