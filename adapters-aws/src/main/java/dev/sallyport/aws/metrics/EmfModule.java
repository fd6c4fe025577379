package dev.sallyport.aws.metrics;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.shared.port.Metrics;

/**
 * Fills the role of {@link Metrics}; needs {@link EmfSettings}, a {@link MetricSink} and a {@link
 * java.time.Clock}. Whoever ends an invocation calls {@link MetricFlush#flush}.
 */
@Module
public interface EmfModule {
  /** Counts. */
  @Binds
  Metrics metrics(EmfMetrics metrics);

  /** Writes. */
  @Binds
  MetricFlush flush(EmfMetrics metrics);
}
