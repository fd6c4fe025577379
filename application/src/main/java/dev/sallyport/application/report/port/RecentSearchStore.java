package dev.sallyport.application.report.port;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.RecentSearches;
import java.util.List;
import java.util.UUID;

/** Keeps what each user has searched for last. */
public interface RecentSearchStore {
  /**
   * Returns those of a user as they are now, strongly consistent; {@link RecentSearches#none} when
   * nothing was ever stored.
   */
  RecentSearches of(Subject owner);

  /**
   * Returns users among whose searches may be one that {@link RecentSearch#names} this id, strongly
   * consistent; not all of them when there are more than the limit.
   *
   * @param limit 1 to 100
   */
  List<Subject> whoNamed(UUID id, int limit);

  /** Takes a user out of {@link #whoNamed} for this id; whoever is not there is fine. */
  void unlist(UUID id, Subject owner);

  /**
   * Stores the next version, if the stored one is the version before it; whoever is named by the
   * latest search is found by {@link #whoNamed} from then on.
   *
   * @return whether it is stored
   */
  boolean replace(RecentSearches next);
}
