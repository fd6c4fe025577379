package dev.sallyport.clamd;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Fills the role of {@link MalwareScanner} where {@link ClamdSettings} are given, and leaves it
 * empty where none are: without a scanner, verdicts say that this check did not run.
 *
 * <p>Needs an {@code Optional<ClamdSettings>}, a {@link Clock} and {@link Metrics}. That clamd is
 * asked is a value of the configuration and not the choice of a family, so it doubles no component.
 */
@Module
public interface ClamdModule {
  /** The scanner, if there is one. */
  @Provides
  @Singleton
  static Optional<MalwareScanner> scanner(Optional<ClamdSettings> settings, Metrics metrics) {
    return settings.map(given -> new ClamdMalwareScanner(given, metrics));
  }

  /** What a server does when it starts, if there is a scanner. */
  @Provides
  static Optional<ClamdCheck> check(
      Optional<ClamdSettings> settings, Metrics metrics, Clock clock) {
    return settings.map(given -> new ClamdCheck(given, metrics, clock));
  }
}
