package dev.sallyport.inmemory;

import dagger.Module;
import dev.sallyport.inmemory.attachment.InMemoryAttachmentModule;
import dev.sallyport.inmemory.event.InMemoryEventModule;
import dev.sallyport.inmemory.identity.InMemoryIdentityModule;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.migration.InMemoryMigrationModule;
import dev.sallyport.inmemory.profile.InMemoryProfileModule;
import dev.sallyport.inmemory.queue.InMemoryQueueModule;
import dev.sallyport.inmemory.report.InMemoryReportModule;
import dev.sallyport.inmemory.sanitization.InMemorySanitizationModule;
import dev.sallyport.inmemory.sla.InMemorySlaModule;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;

/**
 * Every adapter in memory. A component that includes it is {@code @Singleton} and binds the {@code
 * Clock}, the {@code IdGenerator}, the {@code UploadPolicy}, the {@link InMemoryIdentitySettings},
 * the {@link InMemoryStorageConfig} and the {@code SanitizationQueue} that is told of arrivals.
 */
@Module(
    includes = {
      InMemoryAttachmentModule.class,
      InMemoryEventModule.class,
      InMemoryIdentityModule.class,
      InMemoryMigrationModule.class,
      InMemoryProfileModule.class,
      InMemoryQueueModule.class,
      InMemoryReportModule.class,
      InMemorySanitizationModule.class,
      InMemorySlaModule.class,
      InMemoryStorageModule.class,
    })
public interface InMemoryAdaptersModule {}
