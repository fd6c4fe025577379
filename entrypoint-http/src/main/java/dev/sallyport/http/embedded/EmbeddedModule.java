package dev.sallyport.http.embedded;

import dagger.Binds;
import dagger.BindsOptionalOf;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.http.storage.StorageServlet;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageKeys;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.media.MediaConfiguration;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.event.Subscriptions;
import dev.sallyport.operations.report.PageTokenSeal;
import dev.sallyport.operations.status.ProductVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Hands each family the part of the configuration that it asks for. */
@Module
interface EmbeddedModule {
  /** The app client that the embedded directory makes tokens for. */
  String CLIENT_ID = "sallyport-embedded";

  /** Bytes of the key that seals page tokens. */
  int SEAL_BYTES = 32;

  @Binds
  Metrics metrics(PrometheusMetrics metrics);

  @Binds
  @IntoSet
  ScheduledOperation lifecycle(ObjectLifecycle lifecycle);

  /** There is none; verdicts say which checks ran. */
  @BindsOptionalOf
  MalwareScanner scanner();

  @Provides
  @IntoSet
  static HttpOperation showMetrics(MetricsOperation metrics) {
    return metrics.operation();
  }

  @Provides
  static UploadPolicy uploads(EmbeddedConfiguration configuration) {
    return configuration.uploads();
  }

  @Provides
  static SanitizationPolicy sanitization(EmbeddedConfiguration configuration) {
    return configuration.sanitization();
  }

  @Provides
  static DownloadPolicy downloads() {
    return DownloadPolicy.defaults();
  }

  @Provides
  static CorsPolicy cors(EmbeddedConfiguration configuration) {
    return configuration.cors();
  }

  @Provides
  static ProductVersion version(EmbeddedConfiguration configuration) {
    return new ProductVersion(configuration.version());
  }

  @Provides
  static InMemoryStorageConfig storage(EmbeddedConfiguration configuration) {
    return InMemoryStorageConfig.defaults(
            configuration.publicUrl(), configuration.temporaryFolder())
        .withDiskBudget(configuration.storeBytes());
  }

  @Provides
  static MediaConfiguration media(EmbeddedConfiguration configuration) {
    return MediaConfiguration.defaults(configuration.temporaryFolder());
  }

  /** One for both signers, because deriving a day's key costs more than signing with it. */
  @Provides
  @Singleton
  static SigningKeys signingKeys() {
    return new SigningKeys();
  }

  @Provides
  static PostPolicySigner postSigner(SigningKeys keys) {
    return new PostPolicySigner(keys);
  }

  @Provides
  static UrlPresigner urlSigner(SigningKeys keys) {
    return new UrlPresigner(keys);
  }

  @Provides
  static InMemoryIdentitySettings identity(EmbeddedConfiguration configuration) {
    return new InMemoryIdentitySettings(
        configuration.publicUrl().toString(),
        CLIENT_ID,
        configuration.passwordIterations(),
        configuration.users());
  }

  @Provides
  static JwtSettings tokens(EmbeddedConfiguration configuration) {
    return JwtSettings.of(configuration.publicUrl().toString(), Set.of(CLIENT_ID));
  }

  @Provides
  @Singleton
  static PageTokenSeal seal(IdGenerator ids) {
    return new PageTokenSeal(ids.newSecret(SEAL_BYTES));
  }

  @Provides
  static Subscriptions subscriptions() {
    return Subscriptions.defaults();
  }

  @Provides
  @Singleton
  static Queues queues(InMemoryQueues queues) {
    return new Queues(
        Map.of(
            Queues.SANITIZATION, queues.queue(Queues.SANITIZATION),
            Queues.AUDIT, queues.queue(Queues.AUDIT)));
  }

  @Provides
  static StorageServlet storageServlet(
      InMemoryObjectStore store,
      StorageKeys keys,
      InMemoryStorageConfig config,
      CorsPolicy cors,
      Clock clock,
      IdGenerator ids) {
    return new StorageServlet(store, keys, config, cors::allows, clock, ids);
  }
}
