package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives the queues of a deployment by the names that operations use. Thread-safe. */
@Singleton
public final class SqsQueues {
  private final Map<String, MessageQueue> queues;

  @Inject
  SqsQueues(SqsSettings settings, SqsClient client) {
    queues =
        settings.queues().stream()
            .map(queue -> new SqsMessageQueue(queue, client))
            .collect(Collectors.toUnmodifiableMap(MessageQueue::name, Function.identity()));
  }

  /**
   * Returns the queue of a name.
   *
   * @throws IllegalArgumentException when the settings have none of this name
   */
  public MessageQueue queue(String name) {
    MessageQueue queue = queues.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("no queue is named " + name);
    }
    return queue;
  }
}
