package dev.sallyport.http.embedded;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.HttpServer;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.ManagementServer;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.http.storage.StoreKeysFile;
import dev.sallyport.http.worker.Scheduler;
import dev.sallyport.http.worker.WorkerPool;
import dev.sallyport.http.worker.WorkerSettings;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A running embedded product: server, workers and clock-driven work, started and stopped together.
 *
 * <p>Stopping goes from the outside in: first no more requests, then no more messages, then the
 * store. What is under way is finished within the stop time of each; what is not ends with the
 * process, as everything in memory does.
 */
public final class EmbeddedServer implements AutoCloseable {
  private final EmbeddedComponent component;
  private final HttpServer server;
  private final WorkerPool workers;
  private final Scheduler scheduler;
  private final OptionalInt managementPort;
  private Optional<ManagementServer> management = Optional.empty();

  private EmbeddedServer(
      EmbeddedComponent component,
      HttpServer server,
      WorkerPool workers,
      Scheduler scheduler,
      OptionalInt managementPort) {
    this.managementPort = managementPort;
    this.component = component;
    this.server = server;
    this.workers = workers;
    this.scheduler = scheduler;
  }

  /** Makes everything and starts nothing. */
  public static EmbeddedServer create(
      ListeningSocket socket, EmbeddedConfiguration configuration, Clock clock, IdGenerator ids) {
    EmbeddedComponent component =
        DaggerEmbeddedComponent.factory().create(clock, ids, configuration);
    PrometheusMetrics metrics = component.metrics();
    Duration stopTime = configuration.server().stopTime();
    HttpServer server =
        HttpServer.create(
            socket,
            component.catalog(),
            new HttpServer.Store(InMemoryStorageConfig.PATH, component.storage()),
            ids,
            configuration.server());
    WorkerPool workers =
        new WorkerPool(
            component.messageOperations(),
            component.queues().byName().values(),
            WorkerSettings.of(configuration.workers()),
            stopTime,
            metrics);
    Scheduler scheduler =
        new Scheduler(
            component.scheduledOperations(), RandomGenerator.getDefault(), stopTime, metrics);
    return new EmbeddedServer(
        component, server, workers, scheduler, configuration.managementPort());
  }

  /**
   * Takes requests, messages and the time.
   *
   * @throws IOException when the management port is taken
   */
  public void start() throws IOException {
    PrometheusMetrics metrics = component.metrics();
    metrics.watchProcess();
    metrics.watch(component.queues().byName().values());
    if (managementPort.isPresent()) {
      management =
          Optional.of(
              ManagementServer.start(
                  managementPort.getAsInt(), PrometheusMetrics.MEDIA_TYPE, metrics::text));
    }
    workers.start();
    scheduler.start();
    server.start();
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
    server.close();
    workers.close();
    scheduler.close();
    component.objects().close();
    management.ifPresent(ManagementServer::close);
  }
}
