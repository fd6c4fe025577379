package dev.sallyport.application.migration.port;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.MigrationRun;
import java.util.Optional;

/**
 * Keeps every run of every migration for good. Entries are appended and never removed, and one that
 * has ended never changes.
 *
 * <p>Every read is strongly consistent. A write answers only after it is durable, and happens whole
 * or not at all.
 */
public interface MigrationLedger {
  /**
   * Appends a run, if its revision is 1, or stores its next revision.
   *
   * <p>A run is appended only as the next number; a revision takes the place only of the one before
   * it, and only while that is running. A run that has succeeded becomes the last successful one in
   * the same write.
   */
  WriteOutcome write(MigrationRun run, FencingToken token);

  /** Returns what is known of the whole. */
  SchemaInformation information();

  /**
   * Returns runs, the oldest first.
   *
   * @param limit 1 to 100
   */
  Page<MigrationRun> runs(int limit, Optional<PageToken> page);

  /**
   * The one item that sums the ledger up.
   *
   * @param runs how many there are
   * @param lastSuccessfulRun the number of the one that succeeded last, if any has
   */
  record SchemaInformation(long runs, Optional<Long> lastSuccessfulRun) {}

  /** What became of {@link #write}. */
  sealed interface WriteOutcome {
    /** It is stored. */
    record Written() implements WriteOutcome {}

    /** Nothing is stored: the ledger is not where this run was made from. */
    record Stale() implements WriteOutcome {}

    /** Nothing is stored: somebody else holds the lease. */
    record Overtaken() implements WriteOutcome {}
  }
}
