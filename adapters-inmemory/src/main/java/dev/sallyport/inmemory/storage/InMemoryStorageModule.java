package dev.sallyport.inmemory.storage;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.attachment.policy.CredentialLookup;
import jakarta.inject.Singleton;

/** Binds the ports of storage to the embedded store; needs its configuration, ids and a clock. */
@Module
public interface InMemoryStorageModule {
  @Provides
  @Singleton
  static StorageKeys keys(IdGenerator ids) {
    return StorageKeys.generate(ids);
  }

  @Binds
  CredentialLookup lookup(StorageKeys keys);

  @Binds
  @Singleton
  StorageAccess access(InMemoryStorageAccess access);

  @Binds
  AttachmentStore attachments(InMemoryAttachmentStore store);

  @Binds
  PictureStore pictures(InMemoryPictureStore store);

  @Binds
  ObjectCreatedListener arrivals(QuarantineArrivals arrivals);
}
