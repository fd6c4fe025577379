package dev.sallyport.contract.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a queue keeps of receives that wait, which they do in real time. */
public interface LongPollContract {
  /** Opens a queue as in {@link MessageQueueContract#queue}. */
  MessageQueue queue();

  @Test
  default void waitingReceiveIsWokenByASend() {
    MessageQueue queue = queue();
    long start = System.nanoTime();
    List<List<ReceivedMessage>> received =
        Race.run(n -> {
          if (n == 0) {
            queue.send("x", Duration.ZERO);
            return List.of();
          }
          return n == 1 ? wait(queue, Duration.ofSeconds(20)) : List.of();
        });

    assertThat(received.get(1)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  default void receiveReturnsAtOnceWhenThereIsAMessage() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    long start = System.nanoTime();

    assertThat(wait(queue, Duration.ofSeconds(20))).hasSize(1);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  default void receiveReturnsNothingWhenItsWaitIsOver() {
    MessageQueue queue = queue();
    long start = System.nanoTime();

    assertThat(wait(queue, Duration.ofSeconds(1))).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  default void interruptedReceiveReturnsEarlyAndStaysInterrupted() throws InterruptedException {
    MessageQueue queue = queue();
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch kept = new CountDownLatch(1);
    Thread receiver =
        new Thread(() -> {
          began.countDown();
          List<ReceivedMessage> received = wait(queue, Duration.ofSeconds(20));
          if (received.isEmpty() && Thread.currentThread().isInterrupted()) {
            kept.countDown();
          }
        });
    receiver.start();
    began.await();

    receiver.interrupt();
    receiver.join(Duration.ofSeconds(15));

    assertThat(receiver.isAlive()).isFalse();
    assertThat(kept.getCount()).isZero();
  }

  private static List<ReceivedMessage> wait(MessageQueue queue, Duration wait) {
    return queue.receive(10, MessageQueueContract.LONG, wait);
  }
}
