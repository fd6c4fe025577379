package dev.sallyport.benchmarks.sanitize;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.attachment.GrantUploads;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.inmemory.InMemoryAdaptersModule;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.media.MediaConfiguration;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.sanitization.SanitizationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** The embedded product from grant to verdict, without its server and its reports. */
@Singleton
@Component(
    modules = {
      PipelineModule.class,
      InMemoryAdaptersModule.class,
      InMemoryStorageModule.class,
      MediaAdaptersModule.class,
      SanitizationOperationsModule.class
    })
interface PipelineComponent {
  GrantUploads grantUploads();

  AttachmentLedger ledger();

  AttachmentStore attachments();

  InMemoryObjectStore objects();

  InMemoryStorageConfig storageConfig();

  ContentSniffer sniffer();

  Set<ContentRebuilder> rebuilders();

  ScratchSpace scratches();

  Set<MessageOperation> operations();

  Queues queues();

  /** Makes one; nothing is shared between two. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    PipelineComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance Metrics metrics,
        @BindsInstance InMemoryStorageConfig storage,
        @BindsInstance MediaConfiguration media);
  }
}
