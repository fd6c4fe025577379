package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.Topic;
import java.time.Duration;
import java.util.List;

/** Sends each message to every subscriber's queue. */
final class InMemoryTopic implements Topic {
  private final List<MessageQueue> subscribers;

  /** Takes the queues that have subscribed. */
  InMemoryTopic(List<MessageQueue> subscribers) {
    this.subscribers = List.copyOf(subscribers);
  }

  @Override
  public void publish(String message) {
    QueueLimits.bodyBytes(message);
    subscribers.forEach(queue -> queue.send(message, Duration.ZERO));
  }
}
