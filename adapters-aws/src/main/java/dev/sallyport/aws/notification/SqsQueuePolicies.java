package dev.sallyport.aws.notification;

import dagger.Lazy;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Reads and replaces the policy of a queue by <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>.
 */
final class SqsQueuePolicies implements QueuePolicies {
  private static final String PORT = "queue policy";

  private final Lazy<SqsClient> client;

  @Inject
  SqsQueuePolicies(Lazy<SqsClient> client) {
    this.client = client;
  }

  @Override
  public String read(String queueArn) {
    String url = url(queueArn);
    return Failures.reading(
        PORT,
        () ->
            call(() ->
                client
                    .get()
                    .getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
                    .attributes()
                    .getOrDefault(QueueAttributeName.POLICY, "")));
  }

  @Override
  public void replace(String queueArn, String policy) {
    String url = url(queueArn);
    Failures.writing(
        PORT,
        () ->
            call(() ->
                client
                    .get()
                    .setQueueAttributes(request ->
                        request
                            .queueUrl(url)
                            .attributes(Map.of(QueueAttributeName.POLICY, policy)))));
  }

  /** {@code arn:aws:sqs:region:account:name}. */
  private String url(String queueArn) {
    String[] parts = queueArn.split(":", 6);
    return Failures.reading(
        PORT,
        () ->
            call(() ->
                client
                    .get()
                    .getQueueUrl(
                        request -> request.queueName(parts[5]).queueOwnerAWSAccountId(parts[4]))
                    .queueUrl()));
  }

  private static <T> T call(Supplier<T> ask) {
    try {
      return ask.get();
    } catch (QueueDoesNotExistException e) {
      throw new MissingResourceException("there is no such queue", e);
    }
  }
}
