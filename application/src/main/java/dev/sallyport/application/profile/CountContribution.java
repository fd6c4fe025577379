package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.profile.port.ProfileStore.CountOutcome;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Counts on a profile what its owner did, each event once. */
public final class CountContribution {
  private final ProfileStore profiles;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public CountContribution(ProfileStore profiles, Clock clock, Metrics metrics) {
    this.profiles = profiles;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Counts it; told the same again, this changes nothing. */
  public void count(ContributionMade event) {
    CountOutcome outcome =
        profiles.count(event.subject(), event.eventId(), event.contribution(), clock.instant());
    metrics.count("profile.counted", "outcome", outcome.name().toLowerCase(Locale.ROOT));
  }
}
