package dev.sallyport.aws.storage;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Storage as an entrypoint wires it. */
@Singleton
@Component(modules = {AwsSharedModule.class, AwsPictureModule.class, AwsStorageModule.class})
interface StorageComponent {
  AttachmentStore store();

  PictureStore pictures();

  StorageAccess access();

  BucketCheck check();

  S3Client client();

  AwsClients clients();

  /** Takes what an entrypoint would bring. */
  @Component.Factory
  interface Factory {
    StorageComponent create(
        @BindsInstance AwsSettings aws,
        @BindsInstance S3StorageSettings settings,
        @BindsInstance S3AssetSettings assets,
        @BindsInstance SdkHttpClient http);
  }
}
