package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.servers.ElasticMq;
import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Queues for tests of other packages. */
public final class TestQueues {
  private static final int RECEIVES = 5;
  private static final SdkHttpClient HTTP = Apache5HttpClient.create();

  private TestQueues() {}

  /** Opens a new queue on ElasticMQ, with dead letters. */
  public static MessageQueue open() {
    String name = "q" + UUID.randomUUID();
    URI url = ElasticMq.shared().queueWithDeadLetters(name, RECEIVES);
    SqsSettings.Queue queue = new SqsSettings.Queue(name, url, URI.create(url + "-dead"));
    return QueueComponent.on(ElasticMq.shared().uri(), HTTP, queue).queues().queue(name);
  }
}
