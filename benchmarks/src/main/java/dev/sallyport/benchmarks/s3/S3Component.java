package dev.sallyport.benchmarks.s3;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.benchmarks.sanitize.PipelineModule;
import dev.sallyport.inmemory.attachment.InMemoryAttachmentModule;
import dev.sallyport.inmemory.event.InMemoryEventModule;
import dev.sallyport.inmemory.queue.InMemoryQueueModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.media.MediaConfiguration;
import dev.sallyport.operations.sanitization.SanitizationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Bytes in S3; ledger and queue in memory, so that nothing but storage is measured. */
@Singleton
@Component(
    modules = {
      PipelineModule.class,
      InMemoryAttachmentModule.class,
      InMemoryEventModule.class,
      InMemoryQueueModule.class,
      AwsSharedModule.class,
      AwsStorageModule.class,
      MediaAdaptersModule.class,
      SanitizationOperationsModule.class
    })
interface S3Component extends JudgingParts {
  S3Client client();

  /** Makes one; nothing is shared between two. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    S3Component create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance Metrics metrics,
        @BindsInstance AwsSettings aws,
        @BindsInstance S3StorageSettings buckets,
        @BindsInstance SdkHttpClient http,
        @BindsInstance MediaConfiguration media);
  }
}
