package dev.sallyport.aws.shared;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Says who calls. */
@Module
public interface AwsSharedModule {
  /** Returns the configured credentials, or those of the function or task that this runs as. */
  @Provides
  @Singleton
  static AwsCredentialsProvider credentials(AwsSettings settings) {
    return settings
        .credentials()
        .<AwsCredentialsProvider>map(own -> StaticCredentialsProvider.create(credentials(own)))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private static AwsCredentials credentials(SigningCredentials own) {
    return own.sessionToken()
        .<AwsCredentials>map(
            token -> AwsSessionCredentials.create(own.accessKeyId(), own.secretAccessKey(), token))
        .orElseGet(() -> AwsBasicCredentials.create(own.accessKeyId(), own.secretAccessKey()));
  }
}
