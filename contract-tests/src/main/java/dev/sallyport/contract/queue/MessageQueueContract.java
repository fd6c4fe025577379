package dev.sallyport.contract.queue;

import static dev.sallyport.contract.queue.Receives.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.MessageQueue.Depth;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a queue keeps of sending, receiving and deleting. A receive may find fewer messages than
 * there are, in any order; a queue's counts may lag.
 */
public interface MessageQueueContract {
  /** How often a message of these queues can be received. */
  int MAX_RECEIVES = 3;

  /** Long enough that nothing is shown again within a test that does not wait for it. */
  Duration LONG = Duration.ofMinutes(10);

  /** What {@link #pass} has to outlast: long enough for what a test does within it. */
  Duration SHORT = Duration.ofSeconds(2);

  /**
   * Opens a new queue whose messages die after {@link #MAX_RECEIVES} receipts; the same each time.
   */
  MessageQueue queue();

  /** Lets so much of the queue's time pass. */
  void pass(Duration time);

  @Test
  default void receivedMessageIsTheOneThatWasSent() {
    MessageQueue queue = queue();
    String body = "{\"text\": \"zwölf \uD83D\uDE80\t\r\n\u0085\uFFFD\"}";
    queue.send(body, Duration.ZERO);

    ReceivedMessage received = receiveOne(queue, LONG);

    assertThat(received.body()).isEqualTo(body);
    assertThat(received.receiveCount()).isEqualTo(1);
    assertThat(received.id()).isNotEmpty();
    assertThat(received.toString()).doesNotContain("text");
  }

  @Test
  default void bodiesUpToTheLimitAreTaken() {
    MessageQueue queue = queue();
    String largest = "\u20ac".repeat(MessageQueue.MAX_BODY_BYTES / 3) + "x";
    queue.send(largest, Duration.ZERO);
    queue.send("x", Duration.ZERO);

    Set<String> bodies = new TreeSet<>();
    bodies.add(receiveOne(queue, LONG).body());
    bodies.add(receiveOne(queue, LONG).body());
    assertThat(bodies).containsExactly("x", largest);
  }

  @Test
  default void bodiesThatSqsRefusesAreRefused() {
    MessageQueue queue = queue();
    String tooLarge = "\u20ac".repeat(MessageQueue.MAX_BODY_BYTES / 3) + "xy";
    for (String body : List.of("", tooLarge, "\0", "a\u0008", "\uD800", "\uFFFE", "\uFFFF")) {
      assertThatThrownBy(() -> queue.send(body, Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void allMessagesOfManyAreSent() {
    MessageQueue queue = queue();
    Set<String> sent = new TreeSet<>();
    for (int i = 0; i < 23; i++) {
      sent.add("message " + i + " " + "x".repeat(i % 2 == 0 ? 40_000 : 1));
    }

    queue.sendAll(List.copyOf(sent));
    queue.sendAll(List.of());

    Set<String> received = new TreeSet<>();
    Await.untilAsserted(() -> {
      queue.receive(10, LONG, Duration.ZERO).forEach(message -> received.add(message.body()));
      assertThat(received).isEqualTo(sent);
    });
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void noneOfManyIsSentWhenOneIsRefused() {
    MessageQueue queue = queue();
    List<String> bodies = new ArrayList<>(Collections.nCopies(12, "x"));
    bodies.add("");

    refused(() -> queue.sendAll(bodies));

    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void limitsOutOfRangeAreRefused() {
    MessageQueue queue = queue();
    Duration negative = Duration.ofSeconds(-1);
    Duration overDelay = MessageQueue.MAX_DELAY.plusSeconds(1);
    Duration overVisibility = MessageQueue.MAX_VISIBILITY.plusSeconds(1);
    queue.send("x", Duration.ZERO);
    ReceiptHandle handle = receiveOne(queue, LONG).handle();

    refused(() -> queue.send("x", negative));
    refused(() -> queue.send("x", overDelay));
    refused(() -> queue.receive(0, LONG, Duration.ZERO));
    refused(() -> queue.receive(11, LONG, Duration.ZERO));
    refused(() -> queue.receive(1, negative, Duration.ZERO));
    refused(() -> queue.receive(1, overVisibility, Duration.ZERO));
    refused(() -> queue.receive(1, LONG, negative));
    refused(() -> queue.receive(1, LONG, MessageQueue.MAX_WAIT.plusSeconds(1)));
    refused(() -> queue.changeVisibility(handle, negative));
    refused(() -> queue.changeVisibility(handle, overVisibility));
    refused(() -> queue.delete(new ReceiptHandle("never given")));
    refused(() -> queue.changeVisibility(new ReceiptHandle("never given"), LONG));
  }

  @Test
  default void everyMessageIsReceivedOnceWhileItIsHidden() {
    MessageQueue queue = queue();
    Set<String> sent = new TreeSet<>();
    for (int i = 0; i < 25; i++) {
      sent.add("message " + i);
      queue.send("message " + i, Duration.ZERO);
    }

    List<String> received = new ArrayList<>();
    Await.untilAsserted(() -> {
      List<ReceivedMessage> some = queue.receive(10, LONG, Duration.ZERO);
      assertThat(some).hasSizeLessThanOrEqualTo(10);
      some.forEach(message -> received.add(message.body()));
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    });
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void deletedMessageNeverComesAgain() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, SHORT);

    queue.delete(received.handle());
    queue.delete(received.handle());

    pass(SHORT);
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void depthCountsWhatIsWhere() {
    MessageQueue queue = queue();
    assertThat(queue.depth()).isEqualTo(new Depth(0, 0, 0, 0));
    for (int i = 0; i < 3; i++) {
      queue.send("visible " + i, Duration.ZERO);
    }
    queue.send("delayed", MessageQueue.MAX_DELAY);
    receiveOne(queue, LONG);

    Await.untilAsserted(() -> assertThat(queue.depth()).isEqualTo(new Depth(2, 1, 1, 0)));
  }

  @Test
  default void racingReceiversNeverHaveTheSameMessage() {
    MessageQueue queue = queue();
    List<String> sent = IntStream.range(0, 400).mapToObj(n -> "message " + n).toList();
    sent.forEach(body -> queue.send(body, Duration.ZERO));

    List<List<ReceivedMessage>> received =
        Race.run(_ -> {
          List<ReceivedMessage> own = new ArrayList<>();
          List<ReceivedMessage> some = queue.receive(10, LONG, Duration.ZERO);
          while (!some.isEmpty()) {
            own.addAll(some);
            some.stream().map(ReceivedMessage::handle).skip(5).forEach(queue::delete);
            some = queue.receive(10, LONG, Duration.ZERO);
          }
          return own;
        });

    List<ReceivedMessage> all = received.stream().flatMap(List::stream).toList();
    assertThat(all.stream().map(ReceivedMessage::body)).doesNotHaveDuplicates();
    assertThat(sent).containsAll(all.stream().map(ReceivedMessage::body).toList());
    assertThat(all).allMatch(message -> message.receiveCount() == 1);
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
  }
}
