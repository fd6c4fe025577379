package dev.sallyport.aws.queue;

import dev.sallyport.aws.shared.Failures;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** About how many messages of one queue are where. */
record QueueCounts(long visible, long hidden, long delayed) {
  static QueueCounts of(SqsClient client, String url, String port) {
    Map<QueueAttributeName, String> attributes =
        Failures.reading(
            port,
            () ->
                client
                    .getQueueAttributes(request ->
                        request
                            .queueUrl(url)
                            .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                    .attributes());
    return new QueueCounts(
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  long all() {
    return visible + hidden + delayed;
  }

  private static long number(Map<QueueAttributeName, String> from, QueueAttributeName name) {
    return Long.parseLong(from.getOrDefault(name, "0"));
  }
}
