package dev.sallyport.operations.report;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;

/** Contributes what makes issues of accepted reports. */
@Module
public interface TrackerWorkModule {
  /** Contributes the export. */
  @Binds
  @IntoSet
  MessageOperation export(ExportReports export);
}
