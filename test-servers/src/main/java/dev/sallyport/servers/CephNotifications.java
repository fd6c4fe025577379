package dev.sallyport.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ceph's bucket notifications, handed on to queues.
 *
 * <p>Ceph pushes events by HTTP to a topic's address and knows no SQS. Its message is S3's with the
 * key as it is, where S3 encodes it; what goes to the queue is S3's.
 *
 * @see <a href="https://docs.ceph.com/en/pacific/radosgw/notifications/">Bucket notifications</a>
 */
final class CephNotifications {
  private static final Logger LOG = LoggerFactory.getLogger(CephNotifications.class);
  private static final int MAX_EVENT_BYTES = 64 * 1024;
  private static final String TOPIC = "sallyport";

  private final SignedCalls calls;
  private final QueueNotifications queues = new QueueNotifications();
  private final HttpServer endpoint;

  /** Listens at once; asks nothing of the gateway yet. */
  CephNotifications(SignedCalls calls) {
    this.calls = calls;
    try {
      endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    endpoint.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
    endpoint.createContext("/", this::pushed);
    endpoint.start();
  }

  void notifyQueue(String bucket, URI queueUrl) {
    queues.notifyQueue(bucket, queueUrl);
    String pushTo = "http://127.0.0.1:" + endpoint.getAddress().getPort();
    String topic =
        calls.post(
            "sns",
            "Action=CreateTopic&Name="
                + TOPIC
                + "&Attributes.entry.1.key=push-endpoint&Attributes.entry.1.value="
                + URLEncoder.encode(pushTo, StandardCharsets.UTF_8));
    String arn = topic.substring(topic.indexOf("<TopicArn>") + 10, topic.indexOf("</TopicArn>"));
    calls.put(
        "/" + bucket + "?notification=",
        "<NotificationConfiguration><TopicConfiguration><Id>sallyport</Id><Topic>"
            + arn
            + "</Topic><Event>s3:ObjectCreated:*</Event>"
            + "</TopicConfiguration></NotificationConfiguration>");
  }

  private void pushed(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_EVENT_BYTES + 1);
      if (body.length > MAX_EVENT_BYTES) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      ObjectCreated created = created(new String(body, StandardCharsets.UTF_8));
      queues.send(created.bucket(), created.json());
      exchange.sendResponseHeaders(200, -1);
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("not an event of Ceph");
    }
  }

  /** Each field is the first with its name: the record's own members come before metadata's. */
  static ObjectCreated created(String ceph) {
    String name = AwsJson.text(ceph, "eventName");
    return new ObjectCreated(
        name.substring(name.lastIndexOf(':') + 1),
        AwsJson.text(ceph, "name"),
        AwsJson.text(ceph, "key"),
        Long.parseLong(AwsJson.text(ceph, "size")),
        AwsJson.text(ceph, "eTag"),
        Optional.of(AwsJson.text(ceph, "versionId")).filter(version -> !version.isEmpty()),
        Instant.parse(AwsJson.text(ceph, "eventTime")));
  }
}
