package dev.sallyport.contract.queue;

import static dev.sallyport.contract.queue.Receives.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a queue keeps of messages that nobody could handle. */
public interface DeadLetterContract {
  /** Opens a queue as in {@link MessageQueueContract#queue}. */
  MessageQueue queue();

  /** Lets so much of the queue's time pass. */
  void pass(Duration time);

  /** Looks into the queue's dead-letter queue by the adapter's own means, without changing it. */
  List<Dead> deadLetters(MessageQueue queue);

  /**
   * What is in the dead-letter queue.
   *
   * @param body what was sent
   * @param reason why it is there
   */
  record Dead(String body, String reason) {}

  @Test
  default void messageReceivedTooOftenIsDead() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    exhaust(queue);

    Await.untilAsserted(() -> {
      assertThat(queue.depth()).isEqualTo(new MessageQueue.Depth(0, 0, 0, 1));
      assertThat(deadLetters(queue)).containsExactly(new Dead("x", MessageQueue.MAX_RECEIVES));
    });
  }

  @Test
  default void messageInItsLastReceiptIsNotDeadYet() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    receiveOne(queue, Duration.ZERO);
    receiveOne(queue, Duration.ZERO);
    ReceivedMessage last = receiveOne(queue, MessageQueueContract.SHORT);

    assertThat(queue.receive(10, Duration.ZERO, Duration.ZERO)).isEmpty();
    queue.delete(last.handle());

    pass(MessageQueueContract.SHORT);
    assertThat(queue.receive(10, Duration.ZERO, Duration.ZERO)).isEmpty();
    assertThat(deadLetters(queue)).isEmpty();
  }

  @Test
  default void messageThatCannotBeHandledIsMovedWithItsReason() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, MessageQueueContract.SHORT);

    queue.deadLetter(received, "unreadable_message");

    Await.untilAsserted(
        () -> assertThat(deadLetters(queue)).containsExactly(new Dead("x", "unreadable_message")));
    pass(MessageQueueContract.SHORT);
    assertThat(queue.receive(10, Duration.ZERO, Duration.ZERO)).isEmpty();
  }

  @Test
  default void messageMovedByAnOlderHandleIsDoubledAndNotLost() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(queue, Duration.ZERO);
    ReceivedMessage second = receiveOne(queue, MessageQueueContract.SHORT);

    queue.deadLetter(first, "unreadable_message");

    Await.untilAsserted(() -> assertThat(deadLetters(queue)).hasSize(1));
    pass(MessageQueueContract.SHORT);
    assertThat(receiveOne(queue, MessageQueueContract.LONG).id()).isEqualTo(second.id());
  }

  @Test
  default void redriveMovesAllDeadLettersBackAsNewMessages() {
    MessageQueue queue = queue();
    queue.send("by hand", Duration.ZERO);
    queue.deadLetter(receiveOne(queue, MessageQueueContract.LONG), "unreadable_message");
    queue.send("by itself", Duration.ZERO);
    exhaust(queue);
    Await.untilAsserted(() -> assertThat(queue.depth().dead()).isEqualTo(2));

    queue.redrive();

    Set<String> back = new TreeSet<>();
    Await.untilAsserted(() -> {
      for (ReceivedMessage message : queue.receive(10, MessageQueueContract.LONG, Duration.ZERO)) {
        assertThat(message.receiveCount()).isEqualTo(1);
        back.add(message.body());
      }
      assertThat(back).containsExactly("by hand", "by itself");
    });
    Await.untilAsserted(() -> assertThat(queue.depth().dead()).isZero());
  }

  @Test
  default void deadLettersAreLookedAtByOneAtATimeAndRemoved() {
    MessageQueue queue = queue();
    for (String body : List.of("x", "y")) {
      queue.send(body, Duration.ZERO);
      queue.deadLetter(receiveOne(queue, MessageQueueContract.LONG), "unreadable_" + body);
    }
    DeadLetters dead = queue.deadLetters();
    assertThat(dead.queue()).isEqualTo(queue.name());

    List<DeadLetter> seen = look(dead, 2);
    assertThat(seen).extracting(DeadLetter::body).containsExactly("x", "y");
    DeadLetter x = seen.getFirst();
    DeadLetter y = seen.getLast();
    assertThat(y.reason()).isEqualTo("unreadable_y");
    assertThat(y).hasToString("DeadLetter[" + y.id() + ", unreadable_y]");
    assertThat(dead.look(10, MessageQueueContract.LONG)).isEmpty();
    Await.untilAsserted(() -> assertThat(dead.count()).isEqualTo(2));

    dead.remove(x);
    dead.remove(x);
    dead.release(x);
    dead.release(y);
    DeadLetter again = look(dead, 1).getFirst();
    assertThat(again.id()).isEqualTo(y.id());
    dead.release(y);
    assertThat(dead.look(10, MessageQueueContract.LONG)).as("not released by others").isEmpty();
    dead.remove(again);
    Await.untilAsserted(() -> assertThat(dead.count()).isZero());
  }

  @Test
  default void aDeadLetterThatNobodyReleasesIsSeenAgainAfterItsTime() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    exhaust(queue);
    DeadLetters dead = queue.deadLetters();
    Await.untilAsserted(() -> assertThat(dead.look(1, MessageQueueContract.SHORT)).hasSize(1));

    pass(MessageQueueContract.SHORT);

    DeadLetter again = look(dead, 1).getFirst();
    assertThat(again.reason()).isEqualTo(MessageQueue.MAX_RECEIVES);
    assertThatThrownBy(() -> dead.look(0, MessageQueueContract.LONG))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dead.look(1, MessageQueue.MAX_VISIBILITY.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Returns so many dead letters, by their bodies; a queue may need several looks to find them. */
  private static List<DeadLetter> look(DeadLetters dead, int count) {
    List<DeadLetter> seen = new ArrayList<>();
    Await.untilAsserted(() -> {
      seen.addAll(dead.look(10, MessageQueueContract.LONG));
      assertThat(seen).hasSize(count);
    });
    seen.sort(Comparator.comparing(DeadLetter::body));
    return seen;
  }

  @Test
  default void redriveOfNoDeadLettersChangesNothing() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);

    queue.redrive();

    assertThat(receiveOne(queue, MessageQueueContract.LONG).body()).isEqualTo("x");
  }

  @Test
  default void reasonThatIsNoCodeIsRefused() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, MessageQueueContract.LONG);

    for (String reason : List.of("", "two words", "a".repeat(65), "line\nbreak")) {
      assertThatThrownBy(() -> queue.deadLetter(received, reason))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(deadLetters(queue)).isEmpty();
    queue.delete(received.handle());
  }

  private static void exhaust(MessageQueue queue) {
    for (int i = 1; i <= MessageQueueContract.MAX_RECEIVES; i++) {
      assertThat(receiveOne(queue, Duration.ZERO).receiveCount()).isEqualTo(i);
    }
    assertThat(queue.receive(10, Duration.ZERO, Duration.ZERO)).isEmpty();
  }
}
