package dev.sallyport.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The notifications of S3 and the policies of SQS as they are on the wire. */
final class NotificationServices implements SdkHttpClient {
  private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/q";

  /** Notifications by bucket; one that is not there does not exist. */
  final Map<String, String> notifications = new ConcurrentHashMap<>();

  /** Buckets that nobody may touch. */
  final List<String> forbidden = new CopyOnWriteArrayList<>();

  /** Everything that was changed. */
  final List<String> writes = new CopyOnWriteArrayList<>();

  /** The attributes of the only queue, as JSON. */
  volatile String attributes = "{}";

  /** Whether calls never return. */
  volatile boolean hangs;

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        if (hangs) {
          hang();
        }
        SdkHttpRequest head = request.httpRequest();
        String body = body(request);
        return head.firstMatchingHeader("X-Amz-Target")
            .map(target -> sqs(target, body))
            .orElseGet(() -> s3(head, body));
      }

      @Override
      public void abort() {}
    };
  }

  private static void hang() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpExecuteResponse s3(SdkHttpRequest head, String body) {
    String bucket = head.host().substring(0, head.host().indexOf('.'));
    if (forbidden.contains(bucket)) {
      return answer(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
    }
    if (!notifications.containsKey(bucket)) {
      return answer(404, "application/xml", "<Error><Code>NoSuchBucket</Code></Error>");
    }
    if (head.method().name().equals("PUT")) {
      writes.add(bucket);
      notifications.put(bucket, body);
      return answer(200, "application/xml", "");
    }
    return answer(200, "application/xml", notifications.getOrDefault(bucket, ""));
  }

  private HttpExecuteResponse sqs(String target, String body) {
    String json =
        switch (target) {
          case "AmazonSQS.GetQueueUrl" -> "{\"QueueUrl\":\"" + QUEUE + "\"}";
          case "AmazonSQS.GetQueueAttributes" -> "{\"Attributes\":" + attributes + "}";
          case "AmazonSQS.SetQueueAttributes" -> {
            writes.add("queue");
            int begin = body.indexOf("\"Attributes\":") + "\"Attributes\":".length();
            attributes = body.substring(begin, body.lastIndexOf('}'));
            yield "{}";
          }
          default -> throw new AssertionError(target);
        };
    return answer(200, "application/x-amz-json-1.0", json);
  }

  private static HttpExecuteResponse answer(int status, String type, String body) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", type)
                .build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  private static String body(HttpExecuteRequest request) {
    return request
        .contentStreamProvider()
        .map(provider -> {
          try (InputStream in = provider.newStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse("");
  }

  @Override
  public void close() {}
}
