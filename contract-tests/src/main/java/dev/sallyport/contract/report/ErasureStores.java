package dev.sallyport.contract.report;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.IntakeStores;

/** The stores of one family that an erasure goes through. */
public interface ErasureStores extends IntakeStores {
  /** Returns the reports. */
  ReportStore reports();

  /** Returns the comments on them. */
  CommentStore comments();

  /** Returns what users have searched for. */
  RecentSearchStore searches();

  /** Returns the erasures. */
  ErasureStore erasures();

  /** Returns the time of the queue, if a test moves it; the same each time. */
  MutableClock clock();

  /** Returns a queue that is empty at first; the same each time. */
  MessageQueue queue();
}
