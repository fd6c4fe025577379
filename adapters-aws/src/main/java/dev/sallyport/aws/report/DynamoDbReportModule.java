package dev.sallyport.aws.report;

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

/** Binds reports, what is said of them and the report form on DynamoDB. */
@Module
public interface DynamoDbReportModule {
  /** The report store; its events go to the outbox on DynamoDB. */
  @Binds
  ReportStore reports(DynamoDbReportStore reports);

  /** The report form. */
  @Binds
  ReportFormStore form(DynamoDbReportFormStore form);

  /** What users have searched for. */
  @Binds
  RecentSearchStore searches(DynamoDbRecentSearchStore searches);

  /** Comments on reports. */
  @Binds
  CommentStore comments(DynamoDbCommentStore comments);

  /** How many reports came from where. */
  @Binds
  HeatMapStore heatMaps(DynamoDbHeatMapStore heatMaps);

  /** The removal of reports. */
  @Binds
  ErasureStore erasures(DynamoDbErasureStore erasures);

  /** Files of reports. */
  @Binds
  ExportStore exports(DynamoDbExportStore exports);

  /** How far reports have come on their way to a tracker. */
  @Binds
  IssueLinkStore issueLinks(DynamoDbIssueLinkStore links);

  /** How reports become issues. */
  @Binds
  TrackerMappingStore trackerMapping(DynamoDbTrackerMappingStore mapping);
}
