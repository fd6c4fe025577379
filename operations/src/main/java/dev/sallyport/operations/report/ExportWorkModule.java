package dev.sallyport.operations.report;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.ScheduledOperation;

/** Contributes the work of exporting reports. */
@Module
public interface ExportWorkModule {
  /** Contributes the steps. */
  @Binds
  @IntoSet
  ScheduledOperation work(ExportWork work);
}
