package dev.sallyport.application.migration.port;

import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.util.Optional;

/**
 * Changes the shape of stored data. Every method may be called again with the same arguments, after
 * any failure, and then changes nothing that it has changed already.
 *
 * <p>Whoever shows a token that is not that of the lease's last holder changes nothing.
 */
public interface Schema {
  /** Most records that one {@link #change} visits: a segment. */
  int SEGMENT = 50;

  /**
   * Makes or removes a table or an index. What is there already exactly as the step says, or is
   * gone already, is done. A new index is done once it finds all records.
   *
   * @param step one that does not visit records
   * @throws IllegalArgumentException when it does
   */
  DefineOutcome define(Step step, FencingToken token);

  /**
   * Visits the next records of a table, at most {@link #SEGMENT}, and changes those whose schema
   * version is lower than the given one; they have that one afterwards, changed or not. A segment
   * is written whole or not at all; a record that somebody else changes meanwhile is read again and
   * not overwritten.
   *
   * <p>Records that are added while a table is visited may be visited or not.
   *
   * @param change deterministic, and without effects
   * @param version greater than that of every step before
   * @param cursor where the visit goes on, from the outcome before; nothing at its beginning
   * @throws IllegalArgumentException when the cursor is none of this table
   * @throws RuntimeException whatever the change throws; the segment is not written then
   */
  ChangeOutcome change(
      SchemaName table,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token);

  /** What became of {@link #define}. */
  sealed interface DefineOutcome {
    /** It is as the step wants it. */
    record Defined() implements DefineOutcome {}

    /** It is under way; asking again tells more. */
    record Unfinished() implements DefineOutcome {}

    /**
     * It cannot be.
     *
     * @param reason why, for operators
     */
    record Refused(String reason) implements DefineOutcome {}

    /** Nothing has happened: somebody else holds the lease. */
    record Overtaken() implements DefineOutcome {}
  }

  /** What became of {@link #change}. */
  sealed interface ChangeOutcome {
    /**
     * A segment is behind.
     *
     * @param records how many of its records were changed now
     * @param next where the visit goes on; nothing when all records were visited
     */
    record Changed(long records, Optional<String> next) implements ChangeOutcome {}

    /**
     * It cannot be.
     *
     * @param reason why, for operators
     */
    record Refused(String reason) implements ChangeOutcome {}

    /** Nothing has happened: somebody else holds the lease. */
    record Overtaken() implements ChangeOutcome {}
  }
}
