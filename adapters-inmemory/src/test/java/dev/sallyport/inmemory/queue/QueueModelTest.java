package dev.sallyport.inmemory.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.MessageQueue.Depth;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue does in every sequence of commands what a plain list of messages does. */
class QueueModelTest {
  private static final int MAX_RECEIVES = 4;

  private final MutableClock clock = MutableClock.atNoon();
  private final MessageQueue queue =
      new InMemoryMessageQueue(
          "model",
          new QueueSettings(MAX_RECEIVES, Duration.ofDays(14)),
          clock,
          new SequentialIds());

  /** Every message that is in the queue, by its body, which is unique here. */
  private final Map<String, Model> model = new HashMap<>();

  private final List<ReceivedMessage> receipts = new ArrayList<>();
  private int sent;
  private int dead;

  /** What the model knows of a message. */
  private static final class Model {
    Instant hiddenUntil;
    int receives;

    Model(Instant hiddenUntil) {
      this.hiddenUntil = hiddenUntil;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomCommandsDoWhatTheModelDoes(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 600; step++) {
      String where = "seed " + seed + ", step " + step;
      switch (random.nextInt(8)) {
        case 0, 1 -> send(Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(20)));
        case 2, 3, 4 ->
            receive(where, 1 + random.nextInt(10), Duration.ofSeconds(random.nextInt(20)));
        case 5 -> clock.advance(Duration.ofSeconds(random.nextInt(8)));
        case 6 -> delete(random);
        default -> change(where, random);
      }
      assertThat(queue.depth()).as(where).isEqualTo(depth());
    }
    assertThat(dead).as("seed %d: some messages die", seed).isPositive();
  }

  private void send(Duration delay) {
    String body = "message " + sent++;
    queue.send(body, delay);
    model.put(body, new Model(clock.instant().plus(delay)));
  }

  private void receive(String where, int max, Duration visibility) {
    List<String> living = bodies(one -> isVisible(one) && one.receives < MAX_RECEIVES);
    List<String> dying = bodies(one -> isVisible(one) && one.receives == MAX_RECEIVES);

    List<ReceivedMessage> received = queue.receive(max, visibility, Duration.ZERO);

    assertThat(received).as(where).hasSize(Math.min(max, living.size()));
    for (ReceivedMessage message : received) {
      Model one = model(message);
      assertThat(living).as(where).contains(message.body());
      assertThat(message.receiveCount()).as(where).isEqualTo(++one.receives);
      one.hiddenUntil = clock.instant().plus(visibility);
      receipts.add(message);
    }
    bury(where, dying, received.size() < max);
  }

  /**
   * Which of the dying were passed by is the queue's affair unless it has looked at all of them.
   */
  private void bury(String where, List<String> dying, boolean all) {
    long gone = queue.depth().dead() - dead;
    assertThat(gone).as(where).isBetween(all ? dying.size() : 0L, (long) dying.size());
    List<String> buried =
        ((InMemoryMessageQueue) queue)
            .deadLetters().all().stream().skip(dead).map(DeadLetter::body).toList();
    assertThat(dying).as(where).containsAll(buried);
    buried.forEach(model::remove);
    dead += buried.size();
  }

  private void delete(Random random) {
    if (receipts.isEmpty()) {
      return;
    }
    ReceivedMessage receipt = receipts.get(random.nextInt(receipts.size()));
    Model one = model.get(receipt.body());
    boolean stale = one != null && one.receives != receipt.receiveCount();

    if (random.nextInt(3) == 0) {
      queue.deadLetter(receipt, "unreadable");
      dead++;
    } else {
      queue.delete(receipt.handle());
    }

    if (!stale) {
      model.remove(receipt.body());
    }
  }

  private void change(String where, Random random) {
    if (receipts.isEmpty()) {
      return;
    }
    ReceivedMessage receipt = receipts.get(random.nextInt(receipts.size()));
    Model one = model.get(receipt.body());
    boolean fits = one != null && one.receives == receipt.receiveCount() && !isVisible(one);
    Duration visibility = Duration.ofSeconds(random.nextInt(15));

    assertThat(queue.changeVisibility(receipt.handle(), visibility)).as(where).isEqualTo(fits);

    if (fits) {
      model(receipt).hiddenUntil = clock.instant().plus(visibility);
    }
  }

  private Depth depth() {
    return new Depth(
        bodies(this::isVisible).size(),
        bodies(one -> !isVisible(one) && one.receives > 0).size(),
        bodies(one -> !isVisible(one) && one.receives == 0).size(),
        dead);
  }

  private boolean isVisible(Model one) {
    return !one.hiddenUntil.isAfter(clock.instant());
  }

  private Model model(ReceivedMessage message) {
    Model one = model.get(message.body());
    assertThat(one).isNotNull();
    return one == null ? new Model(clock.instant()) : one;
  }

  private List<String> bodies(Predicate<Model> which) {
    return model.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
