package dev.sallyport.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose client takes too long to send the head of a request. Jetty's idle
 * time-out begins anew with each byte, so a client that sends one byte in a while could keep a
 * connection for hours (<a
 * href="https://en.wikipedia.org/wiki/Slowloris_(cyber_attack)">Slowloris</a>).
 *
 * <p>Some times a second it looks at each connection: while no request is under way, bytes that
 * came in since the last one belong to a head that is not complete. A connection without any such
 * byte is only idle, which is the idle time-out's business.
 *
 * <p>Whether a request is under way is asked of the channel. The counters of messages do not tell:
 * {@code 100 Continue} counts as a message out although its request has only begun.
 */
final class SlowHeads extends AbstractLifeCycle {
  private static final long INTERVAL_MILLIS = 250;

  private final Duration most;
  private final AbstractConnector connector;
  private Map<Connection, Quiet> seen = new HashMap<>();

  /** Nothing to cancel before the start. */
  private volatile Scheduler.Task next = () -> false;

  SlowHeads(Duration most, AbstractConnector connector) {
    this.most = most;
    this.connector = connector;
  }

  /**
   * A connection on which no request is under way.
   *
   * @param requests how many there were before
   * @param bytes how many bytes these had
   * @param since when it was first seen so, by {@link System#nanoTime}
   */
  private record Quiet(long requests, long bytes, long since) {}

  @Override
  protected void doStart() {
    scheduleNext();
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void scheduleNext() {
    next =
        connector
            .getScheduler()
            .schedule(
                () -> {
                  sweep(System.nanoTime());
                  if (isRunning()) {
                    scheduleNext();
                  }
                },
                INTERVAL_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  private void sweep(long now) {
    Map<Connection, Quiet> current = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection instanceof HttpConnection http && http.getHttpChannel().getRequest() == null) {
        Quiet quiet = quiet(http, now);
        if (now - quiet.since > most.toNanos()) {
          endPoint.close();
        } else {
          current.put(http, quiet);
        }
      }
    }
    seen = current;
  }

  /** Begins anew with each request, and as long as no byte of the next one has come. */
  private Quiet quiet(Connection connection, long now) {
    @Nullable Quiet before = seen.get(connection);
    if (before == null || before.requests != connection.getMessagesIn()) {
      long bytes = connection.getMessagesIn() == 0 ? 0 : connection.getBytesIn();
      return new Quiet(connection.getMessagesIn(), bytes, now);
    }
    return before.bytes == connection.getBytesIn()
        ? new Quiet(before.requests, before.bytes, now)
        : before;
  }
}
