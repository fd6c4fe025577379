package dev.sallyport.contract.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;

/** The stores of one family with those of its jobs. */
public interface ResanitizeStores extends IntakeStores {
  /** Returns the jobs that judge again. */
  ResanitizeJobStore jobs();
}
