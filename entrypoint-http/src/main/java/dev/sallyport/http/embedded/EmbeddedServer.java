package dev.sallyport.http.embedded;

import dev.sallyport.application.migration.MigrationResult;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.http.HttpServer;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.deployment.RunningServer;
import dev.sallyport.http.storage.StoreKeysFile;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A running embedded product. What is under way when it stops is finished within the stop time;
 * what is not ends with the process, as everything in memory does.
 */
public final class EmbeddedServer implements AutoCloseable {
  /** Who has applied migrations at the start. */
  private static final Subject STARTER = new Subject("start");

  private static final Duration MOST_TIME = Duration.ofMinutes(1);

  private final EmbeddedComponent component;
  private final RunningServer running;

  private EmbeddedServer(EmbeddedComponent component, RunningServer running) {
    this.component = component;
    this.running = running;
  }

  /** Makes everything and starts nothing. */
  public static EmbeddedServer create(
      ListeningSocket socket, EmbeddedConfiguration configuration, Clock clock, IdGenerator ids) {
    EmbeddedComponent component =
        DaggerEmbeddedComponent.factory().create(clock, ids, configuration);
    HttpServer.Store store = new HttpServer.Store(InMemoryStorageConfig.PATH, component.storage());
    return new EmbeddedServer(
        component,
        RunningServer.create(
            socket, component, configuration.deployment(), Optional.of(store), ids));
  }

  /**
   * Applies all migrations, then takes requests, messages and the time.
   *
   * @throws IOException when the management port is taken
   * @throws IllegalStateException when a migration cannot be applied to nothing: such a release is
   *     broken
   */
  public void start() throws IOException {
    MigrationResult result = component.migrations().migrate(STARTER, MOST_TIME);
    if (!(result instanceof MigrationResult.Finished)) {
      throw new IllegalStateException("the migrations of this release do not apply: " + result);
    }
    running.start();
  }

  /**
   * Writes with which keys tools may use the store; for its owner only.
   *
   * @throws IOException when the file cannot be written
   */
  public void writeStoreKeys(Path file) throws IOException {
    StoreKeysFile.write(file, component.storageConfig(), component.storageKeys());
  }

  @Override
  public void close() {
    running.close();
    component.objects().close();
  }
}
