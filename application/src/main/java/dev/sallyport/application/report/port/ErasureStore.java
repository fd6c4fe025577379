package dev.sallyport.application.report.port;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps erasures, and what each has removed.
 *
 * <p>Every read is strongly consistent. A write answers only after it is durable, and happens whole
 * or not at all.
 */
public interface ErasureStore {
  /**
   * Stores the first revision, unless the report has an erasure.
   *
   * @return whether it is stored
   */
  boolean create(Erasure first);

  /** Returns the erasure of a report as it is now. */
  Optional<Erasure> find(ReportId report);

  /**
   * Stores the next revision, if the stored one is the revision before it. What it has {@link
   * Erasure#pending} and the one before had not is added to the list of what it removes.
   *
   * @param next made from the stored revision by one domain method
   * @return whether it is stored
   */
  boolean replace(Erasure next);

  /**
   * Returns erasures that go on, those that were started first before others.
   *
   * @param limit 1 to 100
   */
  List<Erasure> running(int limit);

  /**
   * Returns what an erasure removes, in the order in which it came to it; nothing for an unknown
   * one.
   *
   * @param limit 1 to 100
   */
  Page<ErasedThing> things(ReportId report, int limit, Optional<PageToken> page);
}
