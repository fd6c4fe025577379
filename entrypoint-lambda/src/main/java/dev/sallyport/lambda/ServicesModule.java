package dev.sallyport.lambda;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.queue.SqsQueues;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.secrets.DeploymentSecrets;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.Queues;
import dev.sallyport.web.tracker.JiraSettings;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What functions need that call Amazon's services. */
@Module
interface ServicesModule {
  /** The client that is ready first; a function makes few calls at once. */
  @Provides
  @Singleton
  static SdkHttpClient http() {
    return UrlConnectionHttpClient.create(new LateTlsConnections());
  }

  @Provides
  static AwsSettings aws(FunctionConfiguration configuration) {
    return configuration.aws().orElseThrow();
  }

  @Provides
  static CognitoSettings directory(FunctionConfiguration configuration) {
    return configuration.directory().orElseThrow();
  }

  @Provides
  static SecretsSettings secrets(FunctionConfiguration configuration) {
    return configuration.secrets().orElseThrow();
  }

  @Provides
  static Optional<JiraSettings> tracker(
      FunctionConfiguration configuration, DeploymentSecrets secrets) {
    return configuration
        .tracker()
        .map(site -> JiraSettings.of(site.url(), site.user(), secrets::trackerToken));
  }

  @Provides
  static TableSettings tables(FunctionConfiguration configuration) {
    return configuration.tables().orElseThrow();
  }

  @Provides
  static S3StorageSettings buckets(FunctionConfiguration configuration) {
    return configuration.buckets().orElseThrow();
  }

  @Provides
  static S3AssetSettings assets(FunctionConfiguration configuration) {
    return configuration.assets().orElseThrow();
  }

  @Provides
  static SqsSettings queueSettings(FunctionConfiguration configuration) {
    return configuration.queues();
  }

  @Provides
  static TopicSettings topic(FunctionConfiguration configuration) {
    return configuration.topic();
  }

  @Provides
  @Singleton
  static Queues queues(SqsQueues queues, SqsSettings settings) {
    return new Queues(
        settings.queues().stream()
            .map(SqsSettings.Queue::name)
            .collect(Collectors.toMap(Function.identity(), queues::queue)));
  }
}
