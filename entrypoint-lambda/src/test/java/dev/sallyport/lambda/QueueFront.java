package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Stands between a queue and a function as Lambda's poller does: receives a batch, invokes, and
 * deletes what the function does not name as failed.
 */
final class QueueFront {
  private final SqsClient client;
  private final String queue;
  private final RequestStreamHandler function;
  private final Thread thread = Thread.ofVirtual().name("poller").unstarted(this::poll);
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean stopped;

  QueueFront(SqsClient client, URI queue, RequestStreamHandler function) {
    this.client = client;
    this.queue = queue.toString();
    this.function = function;
    thread.start();
  }

  private void poll() {
    while (!stopped) {
      try {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
          invoke(batch);
        }
      } catch (SdkException | IOException e) {
        // As when an invocation fails: the messages come again after their visibility.
        failures.incrementAndGet();
      }
    }
  }

  private List<Message> receive() {
    return client
        .receiveMessage(request ->
            request
                .queueUrl(queue)
                .maxNumberOfMessages(10)
                .visibilityTimeout(120)
                .waitTimeSeconds(1)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void invoke(List<Message> batch) throws IOException {
    String event =
        Events.sqs(
            batch.stream()
                .map(message ->
                    new Events.Message(
                        message.messageId(),
                        message.receiptHandle(),
                        message.body(),
                        Integer.parseInt(
                            message
                                .attributes()
                                .getOrDefault(
                                    MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"))))
                .toList());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        out,
        new FixedContext("poll", 900_000));
    String failures = out.toString(StandardCharsets.UTF_8);
    for (Message message : batch) {
      if (!failures.contains("\"" + message.messageId() + "\"")) {
        client.deleteMessage(
            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** Stops, and returns how many batches failed as a whole. */
  int stop() throws InterruptedException {
    stopped = true;
    thread.join();
    return failures.get();
  }
}
