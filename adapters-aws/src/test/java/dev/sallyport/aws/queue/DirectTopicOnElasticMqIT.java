package dev.sallyport.aws.queue;

import dev.sallyport.contract.queue.TopicContract;
import dev.sallyport.servers.ElasticMq;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Without a topic: announcements go straight to the one queue. */
class DirectTopicOnElasticMqIT implements TopicContract {
  private static final SdkHttpClient HTTP = Apache5HttpClient.create();

  @Override
  public Opened open() {
    String name = "topic-" + UUID.randomUUID();
    URI url = ElasticMq.shared().queueWithDeadLetters(name, 5);
    URI dead = ElasticMq.shared().queue(name + "-dead");
    TopicComponent component =
        TopicComponent.on(
            ElasticMq.shared().uri(),
            HTTP,
            Optional.empty(),
            new SqsSettings.Queue("pictures", url, dead));
    return new Opened(component.topic(), List.of(component.queues().queue("pictures")));
  }
}
