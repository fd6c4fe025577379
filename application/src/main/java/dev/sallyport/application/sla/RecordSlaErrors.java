package dev.sallyport.application.sla;

import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.application.sla.port.SlaErrorStore.AcceptOutcome;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import dev.sallyport.domain.sla.SlaPolicy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records what a watcher of folders has found.
 *
 * <p>Each breach is stored by itself. When the store fails after some of them, repeating the run
 * records the rest and counts those as repeated.
 */
public final class RecordSlaErrors {
  private final SlaErrorStore errors;
  private final SlaPolicy policy;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public RecordSlaErrors(SlaErrorStore errors, SlaPolicy policy, Clock clock) {
    this.errors = errors;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What became of a run.
   *
   * @param accepted how many are new
   * @param repeated how many were there already
   * @param ids one for each breach, in their order
   */
  public record Recorded(int accepted, int repeated, List<SlaErrorId> ids) {
    /** Copies the list. */
    public Recorded {
      ids = List.copyOf(ids);
    }
  }

  /** Records them, in their order. */
  public Recorded record(List<SlaBreach> breaches) {
    Instant now = clock.instant();
    int accepted = 0;
    List<SlaErrorId> ids = new ArrayList<>();
    for (SlaBreach breach : breaches) {
      SlaError error = SlaError.accepted(breach, now, policy);
      ids.add(error.id());
      accepted +=
          switch (errors.accept(error)) {
            case AcceptOutcome.Accepted _ -> 1;
            case AcceptOutcome.Repeated _ -> 0;
          };
    }
    return new Recorded(accepted, breaches.size() - accepted, ids);
  }
}
