package dev.sallyport.application.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/** Remembers what a user has searched for, so that it can be shown again. */
public final class RememberSearch {
  /** Others can be in the way only when one user searches as often at the same moment. */
  private static final int ATTEMPTS = 20;

  private final RecentSearchStore searches;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public RememberSearch(RecentSearchStore searches, Clock clock) {
    this.searches = searches;
    this.clock = clock;
  }

  /**
   * Puts a search first among the user's; the same one again only moves up.
   *
   * @return whether it is remembered; not when too many others were in the way, which is no reason
   *     to fail a search
   * @throws IllegalArgumentException when it is over a limit of {@link RecentSearch}
   */
  public boolean remember(Subject owner, String query, SortedMap<String, String> filters) {
    RecentSearch latest =
        new RecentSearch(query, filters, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (searches.replace(searches.of(owner).with(latest))) {
        return true;
      }
    }
    return false;
  }
}
