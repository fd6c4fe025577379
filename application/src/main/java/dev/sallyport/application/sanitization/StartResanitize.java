package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore.CreateOutcome;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.sanitization.ResanitizeScope;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts a job that judges retained originals again by the current rules. */
public final class StartResanitize {
  /** A store's lifecycle ends an original some days late rather than early. */
  private static final Duration LATE = Duration.ofDays(7);

  private final ResanitizeJobStore jobs;
  private final SanitizationPolicy policy;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public StartResanitize(
      ResanitizeJobStore jobs,
      SanitizationPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.jobs = jobs;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Starts a job; it is worked on soon, after those that were started before it.
   *
   * @param since first verdicts before this are passed over; those of which no original can be left
   *     are in any case
   * @param until first verdicts after this are passed over; those after now are in any case
   * @param onlyOtherVersions whether verdicts by the current rules are passed over
   * @return the job; nothing when no verdict can be between the two
   */
  public Optional<ResanitizeJob> start(
      Subject requestedBy,
      Optional<Instant> since,
      Optional<Instant> until,
      boolean onlyOtherVersions) {
    Instant now = clock.instant();
    Instant oldest = now.minus(policy.retention()).minus(LATE);
    Instant last = until.filter(now::isAfter).orElse(now);
    if (since.filter(last::isBefore).isPresent()) {
      return Optional.empty();
    }
    Instant first = since.filter(oldest::isBefore).orElse(oldest);
    ResanitizeScope scope =
        new ResanitizeScope(first.isAfter(last) ? last : first, last, onlyOtherVersions);
    ResanitizeJob job =
        ResanitizeJob.started(new ResanitizeJobId(ids.newId()), requestedBy, scope, now);
    return switch (jobs.create(job)) {
      case CreateOutcome.Created _ -> {
        metrics.count("resanitize.started");
        yield Optional.of(job);
      }
      case CreateOutcome.Exists _ -> throw new IllegalStateException("a random id is taken");
    };
  }
}
