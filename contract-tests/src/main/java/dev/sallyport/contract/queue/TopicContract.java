package dev.sallyport.contract.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.queue.port.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a topic promises whoever publishes and whoever subscribes. */
public interface TopicContract {
  /** Opens a topic and the queues that have subscribed to it, all empty. */
  Opened open();

  /**
   * A topic.
   *
   * @param topic it
   * @param subscribers at least one
   */
  record Opened(Topic topic, List<MessageQueue> subscribers) {}

  @Test
  default void everySubscriberReceivesAMessage() {
    Opened opened = open();
    opened.topic().publish("{\"text\":\"\u20ac \uD83D\uDE00\"}");

    assertThat(opened.subscribers()).isNotEmpty();
    for (MessageQueue queue : opened.subscribers()) {
      assertThat(queue.receive(10, Duration.ofSeconds(30), Duration.ofSeconds(5)))
          .extracting(ReceivedMessage::body)
          .containsExactly("{\"text\":\"\u20ac \uD83D\uDE00\"}");
    }
  }

  @Test
  default void whatNoQueueTakesIsNotPublished() {
    Opened opened = open();
    for (String wrong : List.of("", "\u0000", "x".repeat(MessageQueue.MAX_BODY_BYTES + 1))) {
      assertThatThrownBy(() -> opened.topic().publish(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (MessageQueue queue : opened.subscribers()) {
      assertThat(queue.receive(10, Duration.ofSeconds(30), Duration.ZERO)).isEmpty();
    }
  }
}
