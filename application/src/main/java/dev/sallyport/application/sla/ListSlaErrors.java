package dev.sallyport.application.sla;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.domain.sla.SlaError;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Lists SLA errors that have not expired, earliest first. */
public final class ListSlaErrors {
  private final SlaErrorStore errors;
  private final Clock clock;

  /** Takes the ports that it works with. */
  @Inject
  public ListSlaErrors(SlaErrorStore errors, Clock clock) {
    this.errors = errors;
    this.clock = clock;
  }

  /** Returns one page, as {@link SlaErrorStore#list} promises it. */
  public Page<SlaError> list(SlaErrorQuery query, int limit, Optional<PageToken> page) {
    return errors.list(query, clock.instant(), limit, page);
  }
}
