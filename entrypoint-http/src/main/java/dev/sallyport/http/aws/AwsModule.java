package dev.sallyport.http.aws;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.queue.SqsQueues;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.secrets.DeploymentSecrets;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.report.PageTokenSeal;
import dev.sallyport.web.tracker.JiraSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Hands each adapter the part of the configuration that it asks for. */
@Module
interface AwsModule {
  /**
   * Connections for requests; each worker has one more, for it waits for messages most of the time.
   */
  int REQUEST_CONNECTIONS = 128;

  /** The queues that workers wait at. */
  int QUEUES = 7;

  Duration CONNECT_TIME = Duration.ofMillis(1_500);

  @Provides
  @Singleton
  static SdkHttpClient connections(DeploymentSettings settings) {
    return Apache5HttpClient.builder()
        .maxConnections(REQUEST_CONNECTIONS + QUEUES * settings.workers())
        .connectionTimeout(CONNECT_TIME)
        .tcpKeepAlive(true)
        .build();
  }

  @Provides
  static DeploymentSettings deployment(AwsConfiguration configuration) {
    return configuration.deployment();
  }

  @Provides
  static AwsServices services(AwsConfiguration configuration) {
    return configuration.services();
  }

  @Provides
  static AwsSettings access(AwsServices services) {
    return services.access();
  }

  @Provides
  static S3StorageSettings storage(AwsServices services) {
    return services.storage();
  }

  @Provides
  static S3AssetSettings assets(AwsServices services) {
    return services.assets();
  }

  @Provides
  static PublicAssets publicAssets(AwsServices services) {
    return services.publicAssets();
  }

  @Provides
  static SqsSettings queueSettings(AwsServices services) {
    return services.queues();
  }

  @Provides
  static TopicSettings topic(AwsServices services) {
    return services.topic();
  }

  @Provides
  static TableSettings tables(AwsServices services) {
    return services.tables();
  }

  @Provides
  static CognitoSettings directory(AwsServices services) {
    return services.directory();
  }

  @Provides
  static JwtSettings tokens(AwsServices services) {
    return services.tokens();
  }

  @Provides
  static KeySetAddress keys(AwsServices services) {
    return services.keys();
  }

  @Provides
  static SecretsSettings secrets(AwsServices services) {
    return services.secrets();
  }

  @Provides
  static Optional<JiraSettings> tracker(AwsServices services, DeploymentSecrets secrets) {
    return services
        .tracker()
        .map(site -> JiraSettings.of(site.url(), site.user(), secrets::trackerToken));
  }

  /** With keys that every process of the deployment has, so that each opens the others' tokens. */
  @Provides
  @Singleton
  static PageTokenSeal seal(DeploymentSecrets secrets) {
    return new PageTokenSeal(secrets::pageTokenKeys);
  }

  @Provides
  @Singleton
  static Queues queues(SqsQueues queues) {
    return new Queues(
        Map.of(
            Queues.SANITIZATION, queues.queue(Queues.SANITIZATION),
            Queues.AUDIT, queues.queue(Queues.AUDIT),
            Queues.RENDITIONS, queues.queue(Queues.RENDITIONS),
            Queues.HEAT_MAP, queues.queue(Queues.HEAT_MAP),
            Queues.ACTIVITY, queues.queue(Queues.ACTIVITY),
            Queues.PICTURES, queues.queue(Queues.PICTURES),
            Queues.TRACKER, queues.queue(Queues.TRACKER)));
  }
}
