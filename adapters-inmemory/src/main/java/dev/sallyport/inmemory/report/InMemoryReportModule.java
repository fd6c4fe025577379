package dev.sallyport.inmemory.report;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TrackerMappingStore;

/** Binds reports, what is said of them and the report form in memory. */
@Module
public interface InMemoryReportModule {
  /** The report store; its events go to the outbox in memory. */
  @Binds
  ReportStore reports(InMemoryReportStore reports);

  /** The report form. */
  @Binds
  ReportFormStore form(InMemoryReportFormStore form);

  /** What users have searched for. */
  @Binds
  RecentSearchStore searches(InMemoryRecentSearchStore searches);

  /** Comments on reports. */
  @Binds
  CommentStore comments(InMemoryCommentStore comments);

  /** How many reports came from where. */
  @Binds
  HeatMapStore heatMaps(InMemoryHeatMapStore heatMaps);

  /** The removal of reports. */
  @Binds
  ErasureStore erasures(InMemoryErasureStore erasures);

  /** Files of reports. */
  @Binds
  ExportStore exports(InMemoryExportStore exports);

  /** How far reports have come on their way to a tracker. */
  @Binds
  IssueLinkStore issueLinks(InMemoryIssueLinkStore links);

  /** How reports become issues. */
  @Binds
  TrackerMappingStore trackerMapping(InMemoryTrackerMappingStore mapping);
}
