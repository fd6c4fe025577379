package dev.sallyport.contract.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Receives as SQS wants it: one that finds nothing does not mean that there is nothing. */
final class Receives {
  private Receives() {}

  /** Receives one message; a queue may need several receives to find it. */
  static ReceivedMessage receiveOne(MessageQueue queue, Duration visibility) {
    List<ReceivedMessage> found = new ArrayList<>();
    Await.untilAsserted(() -> {
      found.addAll(queue.receive(1, visibility, Duration.ZERO));
      assertThat(found).hasSize(1);
    });
    return found.getFirst();
  }
}
