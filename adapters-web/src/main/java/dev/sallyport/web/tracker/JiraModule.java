package dev.sallyport.web.tracker;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Fills the role of {@link IssueTracker} where {@link JiraSettings} are given, and leaves it empty
 * where none are. Needs an {@code Optional<JiraSettings>}, {@link Metrics} and a {@link Clock}.
 */
@Module
public interface JiraModule {
  /** The tracker, if there is one. */
  @Provides
  @Singleton
  static Optional<IssueTracker> tracker(
      Optional<JiraSettings> settings, Metrics metrics, Clock clock) {
    return settings.map(given -> new JiraIssueTracker(new JiraExchange(given, clock), metrics));
  }
}
