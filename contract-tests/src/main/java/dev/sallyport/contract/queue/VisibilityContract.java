package dev.sallyport.contract.queue;

import static dev.sallyport.contract.queue.MessageQueueContract.LONG;
import static dev.sallyport.contract.queue.MessageQueueContract.SHORT;
import static dev.sallyport.contract.queue.Receives.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a queue keeps of when a message is hidden, and from whom. */
public interface VisibilityContract {
  /** Opens a queue as in {@link MessageQueueContract#queue}. */
  MessageQueue queue();

  /** Lets so much of the queue's time pass. */
  void pass(Duration time);

  @Test
  default void messageComesAgainWhenItsVisibilityEnds() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(queue, SHORT);

    pass(SHORT);
    ReceivedMessage second = receiveOne(queue, LONG);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.sentAt()).isEqualTo(first.sentAt());
    assertThat(second.receiveCount()).isEqualTo(2);
    assertThat(second.handle()).isNotEqualTo(first.handle());
  }

  @Test
  default void messageReceivedWithNoVisibilityIsThereAtOnce() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);

    assertThat(receiveOne(queue, Duration.ZERO).receiveCount()).isEqualTo(1);
    assertThat(receiveOne(queue, Duration.ZERO).receiveCount()).isEqualTo(2);
  }

  @Test
  default void delayedMessageIsShownAfterItsDelay() {
    MessageQueue queue = queue();
    queue.send("x", SHORT);
    queue.send("y", MessageQueue.MAX_DELAY);
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();

    pass(SHORT);

    assertThat(receiveOne(queue, LONG).body()).isEqualTo("x");
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void messageShownAgainCanBeDeletedByItsLatestHandle() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, Duration.ZERO);

    queue.delete(received.handle());

    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void olderHandleDeletesNothing() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(queue, Duration.ZERO);
    ReceivedMessage second = receiveOne(queue, SHORT);

    queue.delete(first.handle());

    pass(SHORT);
    assertThat(receiveOne(queue, LONG).id()).isEqualTo(second.id());
  }

  @Test
  default void olderHandleChangesNoVisibility() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(queue, Duration.ZERO);
    receiveOne(queue, LONG);

    assertThat(queue.changeVisibility(first.handle(), Duration.ZERO)).isFalse();

    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void visibilityCanBeExtended() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, SHORT);

    assertThat(queue.changeVisibility(received.handle(), LONG)).isTrue();

    pass(SHORT);
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Test
  default void visibilityOfZeroShowsTheMessageAtOnce() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(queue, LONG);

    assertThat(queue.changeVisibility(received.handle(), Duration.ZERO)).isTrue();

    assertThat(receiveOne(queue, LONG).id()).isEqualTo(received.id());
  }

  @Test
  default void visibilityOfAMessageThatIsNotHiddenCannotBeChanged() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage shown = receiveOne(queue, Duration.ZERO);
    assertThat(queue.changeVisibility(shown.handle(), LONG)).isFalse();

    ReceivedMessage deleted = receiveOne(queue, LONG);
    queue.delete(deleted.handle());
    assertThat(queue.changeVisibility(deleted.handle(), LONG)).isFalse();
  }
}
