package dev.sallyport.operations.profile;

import dev.sallyport.application.profile.PublishOutcome;
import dev.sallyport.application.profile.PublishPicture;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.EventCodec;
import dev.sallyport.operations.sanitization.Backoff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes pictures of what was judged and was sent to become one; ignores everything else. */
final class RenditionMessages implements MessageOperation {
  private static final Logger LOG = LoggerFactory.getLogger(RenditionMessages.class);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final PublishPicture publishPicture;
  private final SanitizationPolicy policy;

  @Inject
  RenditionMessages(PublishPicture publishPicture, SanitizationPolicy policy) {
    this.publishPicture = publishPicture;
    this.policy = policy;
  }

  @Override
  public String id() {
    return "publishPictures";
  }

  @Override
  public String queue() {
    return Queues.RENDITIONS;
  }

  @Override
  public Duration visibility() {
    return policy.deadline().plus(MARGIN);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    Optional<DomainEvent> event = EventCodec.decode(message.body());
    if (event.isEmpty()) {
      return new MessageOutcome.DeadLetter("malformed");
    }
    return event.get() instanceof AttachmentJudged judged
        ? publish(judged, message)
        : new MessageOutcome.Done();
  }

  private MessageOutcome publish(AttachmentJudged judged, IncomingMessage message) {
    try {
      return switch (publishPicture.publish(judged.attachmentId())) {
        case PublishOutcome.Published _, PublishOutcome.Nothing _ -> new MessageOutcome.Done();
        case PublishOutcome.RetryLater(String reason) -> again(message, reason);
      };
    } catch (PortUnavailableException e) {
      log(message, e);
      return again(message, "port_unavailable");
    } catch (OutcomeUnknownException e) {
      // Every step of the use case may be repeated, so that not knowing is no different here.
      log(message, e);
      return again(message, "outcome_unknown");
    }
  }

  private static MessageOutcome again(IncomingMessage message, String reason) {
    Duration delay = Backoff.after(message.id(), message.receiveCount());
    return new MessageOutcome.RetryAfter(delay, reason);
  }

  private static void log(IncomingMessage message, RuntimeException cause) {
    LOG.atWarn()
        .addKeyValue("messageId", message.id())
        .addKeyValue("receiveCount", message.receiveCount())
        .setCause(cause)
        .log("making a picture will be tried again");
  }
}
