package dev.sallyport.domain.migration;

import java.util.Optional;

/**
 * How it stands with one migration.
 *
 * @param id which one
 * @param kind in a word
 * @param last its last entry in the ledger, if it has one
 */
public record MigrationState(MigrationId id, Kind kind, Optional<MigrationRun> last) {
  /** In a word. */
  public enum Kind {
    /** It is applied. */
    APPLIED,
    /** It waits to be applied: never run, or undone. */
    PENDING,
    /** A step has failed; it can be tried again. */
    FAILED,
    /** It runs, or its runner was killed; the next run goes on where it stopped. */
    INTERRUPTED,
    /** It is not what was run under this id; nothing runs until that is settled. */
    DRIFTED,
    /** It was run, and this release does not know it. */
    MISSING
  }
}
