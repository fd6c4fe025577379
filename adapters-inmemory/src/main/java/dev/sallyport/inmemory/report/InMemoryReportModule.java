package dev.sallyport.inmemory.report;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;

/** Binds reports and the report form in memory. */
@Module
public interface InMemoryReportModule {
  /** The report store; its events go to the outbox in memory. */
  @Binds
  ReportStore reports(InMemoryReportStore reports);

  /** The report form. */
  @Binds
  ReportFormStore form(InMemoryReportFormStore form);
}
