package dev.sallyport.http.deployment;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.HttpServer;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.ManagementServer;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.http.worker.Scheduler;
import dev.sallyport.http.worker.WorkerPool;
import dev.sallyport.http.worker.WorkerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Server, workers and clock-driven work of one deployment, started and stopped together.
 *
 * <p>Stopping goes from the outside in: first no more requests, then no more messages. What is
 * under way is finished within the stop time of each.
 */
public final class RunningServer implements AutoCloseable {
  private final DeploymentParts parts;
  private final DeploymentSettings settings;
  private final HttpServer server;
  private final WorkerPool workers;
  private final Scheduler scheduler;
  private Optional<ManagementServer> management = Optional.empty();

  private RunningServer(
      DeploymentParts parts,
      DeploymentSettings settings,
      HttpServer server,
      WorkerPool workers,
      Scheduler scheduler) {
    this.parts = parts;
    this.settings = settings;
    this.server = server;
    this.workers = workers;
    this.scheduler = scheduler;
  }

  /**
   * Makes everything and starts nothing.
   *
   * @param store that this process serves itself, when it does
   */
  public static RunningServer create(
      ListeningSocket socket,
      DeploymentParts parts,
      DeploymentSettings settings,
      Optional<HttpServer.Store> store,
      IdGenerator ids) {
    PrometheusMetrics metrics = parts.metrics();
    Duration stopTime = settings.server().stopTime();
    return new RunningServer(
        parts,
        settings,
        HttpServer.create(socket, parts.catalog(), store, ids, settings.server()),
        new WorkerPool(
            parts.messageOperations(),
            parts.queues().byName().values(),
            WorkerSettings.of(settings.workers()),
            stopTime,
            metrics),
        new Scheduler(
            parts.scheduledOperations(), RandomGenerator.getDefault(), stopTime, metrics));
  }

  /**
   * Takes requests, messages and the time.
   *
   * @throws IOException when the management port is taken
   */
  public void start() throws IOException {
    PrometheusMetrics metrics = parts.metrics();
    metrics.watchProcess();
    metrics.watch(parts.queues().byName().values());
    if (settings.managementPort().isPresent()) {
      management =
          Optional.of(
              ManagementServer.start(
                  settings.managementPort().getAsInt(),
                  PrometheusMetrics.MEDIA_TYPE,
                  metrics::text));
    }
    // Nothing waits for the answer: without a scanner, uploads stay in quarantine.
    parts.scannerCheck().ifPresent(check -> Thread.ofVirtual().name("scanner-check").start(check));
    workers.start();
    scheduler.start();
    server.start();
  }

  @Override
  public void close() {
    server.close();
    workers.close();
    scheduler.close();
    management.ifPresent(ManagementServer::close);
  }
}
