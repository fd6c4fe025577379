package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Publishes on a standard topic of SNS (<a
 * href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>); its queues
 * subscribe with raw delivery. A deployment without a topic has one subscriber, whose queue it
 * sends to itself.
 */
final class SnsTopic implements Topic {
  private final TopicSettings settings;
  private final Provider<SnsClient> client;
  private final SqsQueues queues;

  @Inject
  SnsTopic(TopicSettings settings, Provider<SnsClient> client, SqsQueues queues) {
    this.settings = settings;
    this.client = client;
    this.queues = queues;
  }

  @Override
  public void publish(String message) {
    QueueLimits.bodyBytes(message);
    settings.arn().ifPresentOrElse(arn -> publish(arn, message), () -> send(message));
  }

  private void publish(String arn, String message) {
    Failures.writing(
        "topic", () -> client.get().publish(request -> request.topicArn(arn).message(message)));
  }

  private void send(String message) {
    queues.queue(settings.queue()).send(message, Duration.ZERO);
  }
}
