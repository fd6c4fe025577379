package dev.sallyport.aws.queue;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Looks at the queues before anything is sent to them. For a server's start. */
public final class QueueCheck {
  private static final int SERVER_ERROR = 500;

  private final SqsClient client;
  private final SqsSettings settings;

  @Inject
  QueueCheck(SqsClient client, SqsSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Returns what is wrong with the queues: one that is not there, or one whose undeliverable
   * messages do not go where its dead letters are looked for. Needs the permission {@code
   * sqs:GetQueueAttributes}.
   *
   * @throws PortUnavailableException when that cannot be found out
   */
  public List<String> problems() {
    List<String> wrong = new ArrayList<>();
    for (SqsSettings.Queue queue : settings.queues()) {
      String what = "queue " + queue.name();
      Optional<String> policy = find(what, queue.url(), QueueAttributeName.REDRIVE_POLICY, wrong);
      Optional<String> dead =
          find("dead-letter " + what, queue.dead(), QueueAttributeName.QUEUE_ARN, wrong);
      if (policy.isPresent()
          && dead.isPresent()
          && !policy.get().contains('"' + dead.get() + '"')) {
        wrong.add(what + " has no redrive policy to its dead-letter queue");
      }
    }
    return wrong;
  }

  /** Returns the attribute, empty text when the queue has none; nothing when there is no queue. */
  private Optional<String> find(
      String what, URI url, QueueAttributeName attribute, List<String> wrong) {
    return Failures.reading(
        what,
        () -> {
          try {
            return Optional.of(
                client
                    .getQueueAttributes(
                        request -> request.queueUrl(url.toString()).attributeNames(attribute))
                    .attributes()
                    .getOrDefault(attribute, ""));
          } catch (QueueDoesNotExistException absent) {
            wrong.add(what + " does not exist: " + url);
            return Optional.empty();
          } catch (SqsException e) {
            if (e.statusCode() >= SERVER_ERROR || e.isThrottlingException()) {
              throw e;
            }
            wrong.add(what + " cannot be reached with these credentials (" + e.statusCode() + ")");
            return Optional.empty();
          }
        });
  }
}
