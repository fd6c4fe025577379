package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.profile.PictureOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that grants forms for pictures. */
@Singleton
@Component(
    modules = {
      CognitoKeySetModule.class,
      DynamoDbAttachmentModule.class,
      DynamoDbProfileModule.class,
      EmfModule.class,
      SecretsModule.class,
      AwsSharedModule.class,
      AwsStorageModule.class,
      JwtAdaptersModule.class,
      PictureOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
      SigningModule.class,
    })
interface AvatarUploadComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    AvatarUploadComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
