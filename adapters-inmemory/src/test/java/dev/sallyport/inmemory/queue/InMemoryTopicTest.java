package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.contract.queue.TopicContract;
import dev.sallyport.inmemory.InMemoryFamily;
import java.util.List;

class InMemoryTopicTest implements TopicContract {
  @Override
  public Opened open() {
    InMemoryQueues queues = InMemoryFamily.open().queues();
    List<MessageQueue> subscribers = List.of(queues.queue("one"), queues.queue("two"));
    return new Opened(queues.topic(List.of("one", "two")), subscribers);
  }
}
