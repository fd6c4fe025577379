package dev.sallyport.servers;

import java.net.URI;
import java.util.Optional;

/** Receiving, for tests. */
final class Queues {
  private Queues() {}

  /** The body of the next message, waited for at most ten seconds, and removed from the queue. */
  static Optional<String> next(URI queueUrl) {
    String answer =
        AwsJson.call(
            queueUrl,
            "AmazonSQS.ReceiveMessage",
            out -> {
              out.writeStringField("QueueUrl", queueUrl.toString());
              out.writeNumberField("WaitTimeSeconds", 10);
            });
    if (!answer.contains("\"Body\"")) {
      return Optional.empty();
    }
    AwsJson.call(
        queueUrl,
        "AmazonSQS.DeleteMessage",
        out -> {
          out.writeStringField("QueueUrl", queueUrl.toString());
          out.writeStringField("ReceiptHandle", AwsJson.text(answer, "ReceiptHandle"));
        });
    return Optional.of(AwsJson.text(answer, "Body"));
  }
}
