package dev.sallyport.aws.report;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;

/** Binds reports and the report form on DynamoDB. */
@Module
public interface DynamoDbReportModule {
  /** The report store; its events go to the outbox on DynamoDB. */
  @Binds
  ReportStore reports(DynamoDbReportStore reports);

  /** The report form. */
  @Binds
  ReportFormStore form(DynamoDbReportFormStore form);
}
