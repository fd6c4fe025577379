package dev.sallyport.servers;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which bucket tells which queue of what arrives in it. */
final class QueueNotifications {
  private static final Logger LOG = LoggerFactory.getLogger(QueueNotifications.class);

  private final Map<String, URI> queues = new ConcurrentHashMap<>();

  void notifyQueue(String bucket, URI queueUrl) {
    queues.put(bucket, queueUrl);
  }

  boolean wanted(String bucket) {
    return queues.containsKey(bucket);
  }

  /**
   * Sends the event behind the back of the request that caused it, as S3 does: the upload has
   * succeeded whether or not the queue can be reached.
   */
  void send(String bucket, String event) {
    URI queueUrl = queues.get(bucket);
    if (queueUrl != null) {
      Thread.ofVirtual().name("notify-" + bucket).start(() -> deliver(queueUrl, event));
    }
  }

  private static void deliver(URI queueUrl, String event) {
    try {
      AwsJson.call(
          queueUrl,
          "AmazonSQS.SendMessage",
          out -> {
            out.writeStringField("QueueUrl", queueUrl.toString());
            out.writeStringField("MessageBody", event);
          });
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("queue", queueUrl).setCause(e).log("event not delivered");
    }
  }
}
