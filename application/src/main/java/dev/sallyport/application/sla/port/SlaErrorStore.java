package dev.sallyport.application.sla.port;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps SLA errors until they expire.
 *
 * <p>An expired error is as if it had never been, for every method, whether it has been deleted yet
 * or not. Reads by id are strongly consistent; lists may lag behind writes by seconds. A write
 * answers only after it is durable.
 */
public interface SlaErrorStore {
  /**
   * Stores an error, if none with its id is there that has not expired at its affected date.
   * Idempotent: a second call stores nothing, and the first affected date stays.
   */
  AcceptOutcome accept(SlaError error);

  /**
   * Returns the error, or nothing when there is none.
   *
   * @param now what has expired by then is not there
   */
  Optional<SlaError> find(SlaErrorId id, Instant now);

  /**
   * Returns errors by their affected date, earliest first; those of the same instant in an order of
   * the store's own that does not change.
   *
   * <p>An error that was listed before the first page was read and does not expire meanwhile
   * appears exactly once over all pages; a later one at most once. A page may hold fewer than the
   * limit, even none, and have a next one.
   *
   * @param now what has expired by then is not there
   * @param limit 1 to 100
   */
  Page<SlaError> list(SlaErrorQuery query, Instant now, int limit, Optional<PageToken> page);

  /** What became of {@link #accept}. */
  sealed interface AcceptOutcome {
    /** It is stored. */
    record Accepted() implements AcceptOutcome {}

    /** Nothing is stored: it is there already. */
    record Repeated() implements AcceptOutcome {}
  }
}
