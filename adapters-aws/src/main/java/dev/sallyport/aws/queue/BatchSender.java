package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Sends messages ten at a time. SQS answers for each entry by itself: those that it did not take
 * are sent again, {@link #ROUNDS} times at most, unless the sender is to blame (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>).
 * Made for one call; not thread-safe.
 */
final class BatchSender {
  static final int ROUNDS = 3;

  /** Of all entries together; SQS takes 1 MiB, older limits and compatible servers less. */
  static final int MOST_BYTES = MessageQueue.MAX_BODY_BYTES;

  private static final int MOST_ENTRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final SqsClient client;
  private final SqsSettings.Queue queue;
  private boolean someSent;

  BatchSender(SqsClient client, SqsSettings.Queue queue) {
    this.client = client;
    this.queue = queue;
  }

  void send(List<String> bodies) {
    try {
      for (List<String> batch : batches(bodies)) {
        sendBatch(batch);
      }
    } catch (PortUnavailableException e) {
      if (someSent) {
        throw new OutcomeUnknownException("queue " + queue.name() + " took some of many", e);
      }
      throw e;
    }
  }

  static List<List<String>> batches(List<String> bodies) {
    List<List<String>> batches = new ArrayList<>();
    List<String> batch = new ArrayList<>();
    int bytes = 0;
    for (String body : bodies) {
      int size = QueueLimits.bodyBytes(body);
      if (batch.size() == MOST_ENTRIES || bytes + size > MOST_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(body);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private void sendBatch(List<String> bodies) {
    SequencedMap<String, String> left = new LinkedHashMap<>();
    bodies.forEach(body -> left.put("m" + left.size(), body));
    for (int round = 1; ; round++) {
      SendMessageBatchResponse answer = call(left);
      for (SendMessageBatchResultEntry taken : answer.successful()) {
        someSent |= left.remove(taken.id()) != null;
      }
      if (left.isEmpty()) {
        return;
      }
      boolean hopeless = answer.failed().stream().anyMatch(BatchSender::isSendersFault);
      if (hopeless || round == ROUNDS) {
        throw new PortUnavailableException("queue " + queue.name() + " does not take all", null);
      }
      LockSupport.parkNanos(FIRST_PAUSE.multipliedBy(round).toNanos());
    }
  }

  private static boolean isSendersFault(BatchResultErrorEntry failed) {
    return Boolean.TRUE.equals(failed.senderFault());
  }

  private SendMessageBatchResponse call(Map<String, String> bodies) {
    List<SendMessageBatchRequestEntry> entries =
        bodies.entrySet().stream()
            .map(entry ->
                SendMessageBatchRequestEntry.builder()
                    .id(entry.getKey())
                    .messageBody(entry.getValue())
                    .delaySeconds(0)
                    .build())
            .toList();
    return Failures.writing(
        "queue " + queue.name(),
        () ->
            client.sendMessageBatch(
                request -> request.queueUrl(queue.url().toString()).entries(entries)));
  }
}
