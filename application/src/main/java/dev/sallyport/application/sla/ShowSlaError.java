package dev.sallyport.application.sla;

import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Shows one SLA error. */
public final class ShowSlaError {
  private final SlaErrorStore errors;
  private final Clock clock;

  /** Takes the ports that it works with. */
  @Inject
  public ShowSlaError(SlaErrorStore errors, Clock clock) {
    this.errors = errors;
    this.clock = clock;
  }

  /** Returns it, unless there is none or it has expired. */
  public Optional<SlaError> show(SlaErrorId id) {
    return errors.find(id, clock.instant());
  }
}
