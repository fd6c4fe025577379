package dev.sallyport.operations.profile;

import dev.sallyport.application.profile.CountContribution;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.EventCodec;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Counts what users do on their profiles, each event once however often it is delivered. */
final class CountedActivity implements MessageOperation {
  private final CountContribution countContribution;

  @Inject
  CountedActivity(CountContribution countContribution) {
    this.countContribution = countContribution;
  }

  @Override
  public String id() {
    return "countActivity";
  }

  @Override
  public String queue() {
    return Queues.ACTIVITY;
  }

  @Override
  public Duration visibility() {
    return Duration.ofSeconds(30);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    Optional<DomainEvent> event = EventCodec.decode(message.body());
    if (event.isEmpty()) {
      return new MessageOutcome.DeadLetter("malformed");
    }
    if (event.get() instanceof ContributionMade made) {
      countContribution.count(made);
    }
    return new MessageOutcome.Done();
  }
}
