package dev.sallyport.http.aws;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.deployment.RunningServer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A running server on services. It may be killed at any moment: what was under way comes again, to
 * this process or to another one.
 */
public final class AwsServer implements AutoCloseable {
  private final AwsComponent component;
  private final RunningServer running;

  private AwsServer(AwsComponent component, RunningServer running) {
    this.component = component;
    this.running = running;
  }

  /** Makes everything, starts nothing and calls nobody. */
  public static AwsServer create(
      ListeningSocket socket, AwsConfiguration configuration, Clock clock, IdGenerator ids) {
    AwsComponent component = DaggerAwsComponent.factory().create(clock, ids, configuration);
    return new AwsServer(
        component,
        RunningServer.create(socket, component, configuration.deployment(), Optional.empty(), ids));
  }

  /**
   * Asks tables, buckets, queues and secrets whether they are there and as they have to be; creates
   * missing tables first, where it was told to.
   *
   * @return everything that is wrong; nothing when all is well
   */
  public List<String> problems() {
    return component.check().problems();
  }

  /**
   * Takes requests, messages and the time.
   *
   * @throws IOException when the management port is taken
   */
  public void start() throws IOException {
    running.start();
  }

  @Override
  public void close() {
    running.close();
    component.connections().close();
  }
}
