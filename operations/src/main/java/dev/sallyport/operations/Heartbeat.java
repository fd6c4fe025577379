package dev.sallyport.operations;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a message hidden while somebody works on it: extends its visibility each time that half of
 * it has passed, until it is closed or the queue says that somebody else has the message.
 *
 * <p>An extension that fails is tried again while there is time. The work itself goes on in any
 * case; handlers are idempotent, so the worst is that it is done twice.
 */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final MessageQueue queue;
  private final ReceivedMessage message;
  private final Duration visibility;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private Heartbeat(MessageQueue queue, ReceivedMessage message, Duration visibility) {
    this.queue = queue;
    this.message = message;
    this.visibility = visibility;
    this.thread = Thread.ofVirtual().name("heartbeat-" + queue.name()).unstarted(this::beat);
  }

  /** Starts extending; nothing is sent before half of the visibility has passed. */
  public static Heartbeat start(MessageQueue queue, ReceivedMessage message, Duration visibility) {
    Heartbeat heartbeat = new Heartbeat(queue, message, visibility);
    heartbeat.thread.start();
    return heartbeat;
  }

  private void beat() {
    Duration pause = visibility.dividedBy(2);
    try {
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        pause = visibility.dividedBy(tryExtend() ? 2 : 8);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Extends once; tells whether the queue could be asked. */
  private boolean tryExtend() {
    try {
      if (!queue.changeVisibility(message.handle(), visibility)) {
        closed.countDown();
        warn("visibility_lost", "a message became visible while it was being handled", "none");
      }
      return true;
    } catch (RuntimeException failure) {
      warn(
          "visibility_extension_failed",
          "a message may become visible while it is being handled",
          failure.getClass().getSimpleName());
      return false;
    }
  }

  private void warn(String code, String text, String cause) {
    LOG.atWarn()
        .addKeyValue("code", code)
        .addKeyValue("queue", queue.name())
        .addKeyValue("messageId", message.id())
        .addKeyValue("cause", cause)
        .log(text);
  }

  /**
   * Ends the extensions and waits for one that is under way, so that none comes after the message
   * is settled.
   */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
