package dev.sallyport.aws.queue;

import dev.sallyport.aws.shared.Failures;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Has SQS move all messages of one queue to another. There can be one such task for each source at
 * a time (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>).
 */
final class Redrive {
  private final SqsClient client;
  private final String port;

  Redrive(SqsClient client, String port) {
    this.client = client;
    this.port = port;
  }

  void start(String fromUrl, String toUrl) {
    String from = arn(fromUrl);
    // Named, because a message that a receiver moved there has no source that SQS would know.
    String to = arn(toUrl);
    Failures.writing(
        port,
        () -> {
          try {
            return client
                .startMessageMoveTask(task -> task.sourceArn(from).destinationArn(to))
                .taskHandle();
          } catch (SqsException e) {
            if (isRunning(from)) {
              return "";
            }
            throw e;
          }
        });
  }

  /** Asked only after a refusal, whose code does not say that there is a task already. */
  private boolean isRunning(String source) {
    return client
        .listMessageMoveTasks(tasks -> tasks.sourceArn(source).maxResults(1))
        .results()
        .stream()
        .anyMatch(task -> "RUNNING".equals(task.status()));
  }

  private String arn(String url) {
    return Failures.reading(
        port,
        () ->
            client
                .getQueueAttributes(
                    request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, ""));
  }
}
