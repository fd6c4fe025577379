package dev.sallyport.aws.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Sets up the SDK's clients alike: region, credentials, address, one shared HTTP client, time-outs
 * and retries. Makes no connection; each adapter's Dagger module builds the client that it uses,
 * once, when it is first needed.
 */
@Singleton
public final class AwsClients {
  private final AwsSettings settings;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  @Inject
  AwsClients(AwsSettings settings, AwsCredentialsProvider credentials, SdkHttpClient http) {
    this.settings = settings;
    this.credentials = credentials;
    this.http = new InterruptibleHttp(http);
  }

  /** Returns the builder, set up for a service. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder, AwsService service, Patience patience) {
    builder
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(overrides(patience));
    URI endpoint = settings.endpoints().get(service);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder;
  }

  private static ClientOverrideConfiguration overrides(Patience patience) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(patience.attempt())
        .apiCallTimeout(patience.call())
        .retryStrategy(RetryMode.STANDARD)
        .retryStrategy(strategy -> strategy.maxAttempts(patience.attempts()))
        .build();
  }
}
