package dev.sallyport.operations.report;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;

/** Contributes what counts accepted reports. */
@Module
public interface HeatMapWorkModule {
  /** Contributes the counting. */
  @Binds
  @IntoSet
  MessageOperation count(CountReports count);
}
