package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.aws.notification.NotificationModule;
import dev.sallyport.aws.notification.PatchNotifications;
import dev.sallyport.aws.shared.AwsSettings;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/** Makes what changes notifications, on services that a test hands in. */
@Singleton
@Component(modules = NotificationModule.class)
interface PatchComponent {
  /** What changes them. */
  PatchNotifications patch();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    PatchComponent create(
        @BindsInstance AwsSettings settings,
        @BindsInstance AwsCredentialsProvider credentials,
        @BindsInstance SdkHttpClient http);
  }
}
