package dev.sallyport.application.report.port;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;

/** Keeps what each user has searched for last. */
public interface RecentSearchStore {
  /**
   * Returns those of a user as they are now, strongly consistent; {@link RecentSearches#none} when
   * nothing was ever stored.
   */
  RecentSearches of(Subject owner);

  /**
   * Stores the next version, if the stored one is the version before it.
   *
   * @return whether it is stored
   */
  boolean replace(RecentSearches next);
}
