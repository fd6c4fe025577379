package dev.sallyport.aws.table;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.event.DynamoDbEventModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.domain.attachment.UploadPolicy;
import jakarta.inject.Singleton;

/** The stores over clients that a test brings. */
@Singleton
@Component(
    modules = {
      DynamoDbAttachmentModule.class,
      DynamoDbEventModule.class,
      DynamoDbReportModule.class,
    })
interface MeteredFamily {
  AttachmentLedger ledger();

  ReportStore reports();

  Outbox outbox();

  TableSetup setup();

  /** Binds what a deployment brings. */
  @Component.Factory
  interface Factory {
    MeteredFamily create(
        @BindsInstance TableClients clients,
        @BindsInstance IdGenerator ids,
        @BindsInstance TableSettings tables,
        @BindsInstance UploadPolicy policy);
  }
}
