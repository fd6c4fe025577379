package dev.sallyport.operations.report;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.ScheduledOperation;

/** Contributes the work of erasing reports; needs a {@code RetentionPolicy}. */
@Module
public interface ErasureWorkModule {
  /** Contributes the steps. */
  @Binds
  @IntoSet
  ScheduledOperation work(ErasureWork work);

  /** Contributes the sweep of old reports. */
  @Binds
  @IntoSet
  ScheduledOperation sweep(RetentionSweep sweep);
}
