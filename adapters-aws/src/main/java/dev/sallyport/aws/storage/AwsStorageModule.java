package dev.sallyport.aws.storage;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;

/** Binds the ports of storage to S3; needs {@link S3StorageSettings}. */
@Module
public interface AwsStorageModule {
  /**
   * The client for both buckets. Checksums that nobody asked for are left out, because compatible
   * servers refuse them; the one that matters is set by hand. A transfer says for itself how long
   * it may take.
   */
  @Provides
  @Singleton
  static S3Client client(AwsClients clients, AwsSettings settings) {
    return clients
        .configure(S3Client.builder(), AwsService.S3, Patience.REQUEST)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .forcePathStyle(settings.endpoints().containsKey(AwsService.S3))
        .build();
  }

  @Binds
  @Singleton
  StorageAccess access(S3StorageAccess access);

  @Binds
  @Singleton
  AttachmentStore attachments(S3AttachmentStore store);
}
