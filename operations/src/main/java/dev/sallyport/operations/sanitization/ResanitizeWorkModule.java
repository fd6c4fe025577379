package dev.sallyport.operations.sanitization;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.ScheduledOperation;

/** Contributes the work on jobs that judge again; looks into bytes, so it needs all that does. */
@Module
public interface ResanitizeWorkModule {
  /** Contributes the steps. */
  @Binds
  @IntoSet
  ScheduledOperation work(ResanitizeWork work);
}
