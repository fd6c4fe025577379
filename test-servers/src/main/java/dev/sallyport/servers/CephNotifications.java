package dev.sallyport.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

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
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI gateway;
  private final RandomKeys keys;
  private final QueueNotifications queues = new QueueNotifications();
  private final HttpServer endpoint;

  /** Listens at once; asks nothing of the gateway yet. */
  CephNotifications(URI gateway, RandomKeys keys) {
    this.gateway = gateway;
    this.keys = keys;
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
        call(
            SdkHttpMethod.POST,
            gateway.resolve("/"),
            "sns",
            "Action=CreateTopic&Name="
                + TOPIC
                + "&Attributes.entry.1.key=push-endpoint&Attributes.entry.1.value="
                + URLEncoder.encode(pushTo, StandardCharsets.UTF_8));
    String arn = topic.substring(topic.indexOf("<TopicArn>") + 10, topic.indexOf("</TopicArn>"));
    call(
        SdkHttpMethod.PUT,
        gateway.resolve("/" + bucket + "?notification="),
        "s3",
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

  private String call(SdkHttpMethod method, URI uri, String service, String body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(method)
            .uri(uri)
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(AwsCredentialsIdentity.create(keys.accessKey(), keys.secretKey()))
                    .request(request)
                    .payload(() -> new StringInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(uri)
            .method(method.name(), HttpRequest.BodyPublishers.ofString(body));
    signed
        .request()
        .forEachHeader((name, values) -> {
          // The client writes these two itself, from the same address and body.
          if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
            values.forEach(value -> sent.header(name, value));
          }
        });
    try {
      HttpResponse<String> answer = HTTP.send(sent.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + uri + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
