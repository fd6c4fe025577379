package dev.sallyport.operations.sanitization;

import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.SanitizeAttachment;
import dev.sallyport.application.sanitization.SanitizeOutcome;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.sanitization.S3EventCodec.Notification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every object judged that a message tells of. All of them are tried, however many fail; the
 * message comes again when one has to, which does no harm to the others.
 */
final class SanitizeMessages implements MessageOperation {
  private static final Duration MOST_MARGIN = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(SanitizeMessages.class);

  private final SanitizeAttachment sanitizeAttachment;
  private final SanitizationPolicy policy;

  @Inject
  SanitizeMessages(SanitizeAttachment sanitizeAttachment, SanitizationPolicy policy) {
    this.sanitizeAttachment = sanitizeAttachment;
    this.policy = policy;
  }

  @Override
  public String id() {
    return "sanitizeAttachments";
  }

  @Override
  public String queue() {
    return Queues.SANITIZATION;
  }

  /**
   * As long as the checks may take and as much again: what a killed process had comes back then.
   */
  @Override
  public Duration visibility() {
    Duration margin =
        policy.deadline().compareTo(MOST_MARGIN) < 0 ? policy.deadline() : MOST_MARGIN;
    return policy.deadline().plus(margin);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    return switch (S3EventCodec.decode(message.body())) {
      case Notification.Malformed _ -> new MessageOutcome.DeadLetter("malformed");
      case Notification.Arrived(List<ArrivedObject> objects) -> handle(objects, message);
    };
  }

  private MessageOutcome handle(List<ArrivedObject> objects, IncomingMessage message) {
    Optional<String> retry = Optional.empty();
    for (ArrivedObject object : objects) {
      Optional<String> reason = sanitize(object, message);
      retry = retry.or(() -> reason);
    }
    return retry
        .<MessageOutcome>map(reason ->
            new MessageOutcome.RetryAfter(
                Backoff.after(message.id(), message.receiveCount()), reason))
        .orElseGet(MessageOutcome.Done::new);
  }

  /** Returns why the object has to be tried again, if it has. */
  private Optional<String> sanitize(ArrivedObject object, IncomingMessage message) {
    try {
      return switch (sanitizeAttachment.sanitize(object)) {
        case SanitizeOutcome.Settled _ -> Optional.empty();
        case SanitizeOutcome.RetryLater(String reason) -> Optional.of(reason);
      };
    } catch (PortUnavailableException e) {
      log(message, e);
      return Optional.of("port_unavailable");
    } catch (OutcomeUnknownException e) {
      // Every step of the use case may be repeated, so that not knowing is no different here.
      log(message, e);
      return Optional.of("outcome_unknown");
    }
  }

  private static void log(IncomingMessage message, RuntimeException cause) {
    LOG.atWarn()
        .addKeyValue("messageId", message.id())
        .addKeyValue("receiveCount", message.receiveCount())
        .setCause(cause)
        .log("sanitizing will be tried again");
  }
}
