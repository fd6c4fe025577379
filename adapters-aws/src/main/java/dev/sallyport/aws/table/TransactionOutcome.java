package dev.sallyport.aws.table;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What became of a transaction. */
public sealed interface TransactionOutcome {
  /** All of it is stored. */
  record Applied() implements TransactionOutcome {}

  /**
   * Nothing of it is stored, because conditions did not hold.
   *
   * @param positions of the items whose condition failed, from 0; never empty. All items before the
   *     first of them were fine.
   */
  record Refused(SortedSet<Integer> positions) implements TransactionOutcome {
    /** Copies the set. */
    public Refused {
      positions = Collections.unmodifiableSortedSet(new TreeSet<>(positions));
    }
  }
}
