package dev.sallyport.http.embedded;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.http.storage.StorageServlet;
import dev.sallyport.inmemory.identity.CodeDelivery;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageKeys;
import dev.sallyport.inmemory.tracker.InMemoryTrackerSite;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.report.PageTokenSeal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
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
  @IntoSet
  ScheduledOperation lifecycle(ObjectLifecycle lifecycle);

  @Provides
  static DeploymentSettings deployment(EmbeddedConfiguration configuration) {
    return configuration.deployment();
  }

  @Provides
  static InMemoryStorageConfig storage(EmbeddedConfiguration configuration) {
    return InMemoryStorageConfig.defaults(
            configuration.deployment().publicUrl(), configuration.deployment().temporaryFolder())
        .withDiskBudget(configuration.storeBytes());
  }

  @Provides
  static PublicAssets publicAssets(InMemoryStorageConfig config) {
    return new PublicAssets(config.bucketUrl(Bucket.ASSETS));
  }

  @Provides
  static InMemoryIdentitySettings identity(EmbeddedConfiguration configuration) {
    return new InMemoryIdentitySettings(
        configuration.deployment().publicUrl().toString(),
        CLIENT_ID,
        configuration.passwordIterations(),
        configuration.users());
  }

  @Provides
  static InMemoryTrackerSite tracker() {
    return InMemoryTrackerSite.demo();
  }

  @Provides
  static CodeDelivery codes(EmbeddedConfiguration configuration) {
    return configuration.codes();
  }

  @Provides
  static JwtSettings tokens(EmbeddedConfiguration configuration) {
    return JwtSettings.of(configuration.deployment().publicUrl().toString(), Set.of(CLIENT_ID));
  }

  @Provides
  @Singleton
  static PageTokenSeal seal(IdGenerator ids) {
    return new PageTokenSeal(ids.newSecret(SEAL_BYTES));
  }

  @Provides
  @Singleton
  static Queues queues(InMemoryQueues queues) {
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

  @Provides
  @Singleton
  static Topic pictures(InMemoryQueues queues) {
    return queues.topic(List.of(Queues.PICTURES));
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
