package dev.sallyport.aws.shared;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
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
        .<AwsCredentialsProvider>map(own ->
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(own.accessKeyId(), own.secretAccessKey())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
