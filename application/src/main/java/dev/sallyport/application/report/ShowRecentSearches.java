package dev.sallyport.application.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import jakarta.inject.Inject;
import java.util.List;

/** Shows a user what that user has searched for last. */
public final class ShowRecentSearches {
  private final RecentSearchStore searches;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowRecentSearches(RecentSearchStore searches) {
    this.searches = searches;
  }

  /** Returns the last ten different ones, the latest first. */
  public List<RecentSearch> show(Subject owner) {
    return searches.of(owner).searches();
  }
}
