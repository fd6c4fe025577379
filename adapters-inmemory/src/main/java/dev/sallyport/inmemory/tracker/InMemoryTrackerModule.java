package dev.sallyport.inmemory.tracker;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.report.port.IssueTracker;
import java.util.Optional;

/** Binds the tracker in memory; needs an {@link InMemoryTrackerSite}. */
@Module
public interface InMemoryTrackerModule {
  /** The tracker: there always is one. */
  @Provides
  static Optional<IssueTracker> tracker(InMemoryIssueTracker tracker) {
    return Optional.of(tracker);
  }
}
