package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Gives the queues of a deployment by name; a queue begins when it is asked for first. Names come
 * from the code, never from a caller, so that there are few. Thread-safe.
 */
@Singleton
public final class InMemoryQueues {
  /**
   * SQS: <a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">queue
   * names</a>.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final QueueSettings settings;
  private final Clock clock;
  private final IdGenerator ids;
  private final ConcurrentMap<String, InMemoryMessageQueue> queues = new ConcurrentHashMap<>();

  /** Makes a deployment without queues. */
  @Inject
  public InMemoryQueues(QueueSettings settings, Clock clock, IdGenerator ids) {
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Returns the queue of a name, always the same one.
   *
   * @param name 1 to 80 letters, digits, hyphens and underscores
   * @throws IllegalArgumentException for any other name
   */
  public MessageQueue queue(String name) {
    return get(name);
  }

  /**
   * Returns a topic that these queues have subscribed to.
   *
   * @param subscribers their names
   */
  public Topic topic(List<String> subscribers) {
    return new InMemoryTopic(subscribers.stream().map(this::queue).toList());
  }

  InMemoryMessageQueue get(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a queue name");
    }
    return queues.computeIfAbsent(name, _ -> new InMemoryMessageQueue(name, settings, clock, ids));
  }
}
