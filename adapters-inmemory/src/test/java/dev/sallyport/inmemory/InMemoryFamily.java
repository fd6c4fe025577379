package dev.sallyport.inmemory;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.inmemory.attachment.InMemoryAttachmentModule;
import dev.sallyport.inmemory.event.InMemoryEventModule;
import dev.sallyport.inmemory.migration.InMemoryMigrationModule;
import dev.sallyport.inmemory.migration.InMemoryTables;
import dev.sallyport.inmemory.profile.InMemoryProfileModule;
import dev.sallyport.inmemory.queue.InMemoryQueueModule;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.inmemory.report.InMemoryReportModule;
import dev.sallyport.inmemory.sanitization.InMemorySanitizationModule;
import dev.sallyport.inmemory.sla.InMemorySlaModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The tables and queues, wired as a deployment wires them. */
@Singleton
@Component(
    modules = {
      InMemoryAttachmentModule.class,
      InMemoryEventModule.class,
      InMemoryMigrationModule.class,
      InMemoryQueueModule.class,
      InMemoryProfileModule.class,
      InMemoryReportModule.class,
      InMemorySanitizationModule.class,
      InMemorySlaModule.class,
    })
public interface InMemoryFamily {
  /** Opens an empty one with the default policy. */
  static InMemoryFamily open() {
    return open(UploadPolicy.defaults());
  }

  /** Opens an empty one with a policy of its own. */
  static InMemoryFamily open(UploadPolicy policy) {
    return open(policy, MutableClock.atNoon());
  }

  /** Opens an empty one whose time a test moves. */
  static InMemoryFamily open(UploadPolicy policy, Clock clock) {
    return DaggerInMemoryFamily.factory().create(clock, new SequentialIds(), policy);
  }

  /** The ledger. */
  AttachmentLedger ledger();

  /** The report store. */
  ReportStore reports();

  /** What users have searched for. */
  RecentSearchStore searches();

  /** Comments on its reports. */
  CommentStore comments();

  /** How many of its reports came from where. */
  HeatMapStore heatMaps();

  /** How far its reports have come on their way to a tracker. */
  IssueLinkStore issueLinks();

  /** How its reports become issues. */
  TrackerMappingStore trackerMapping();

  /** The removal of its reports. */
  ErasureStore erasures();

  /** Files of its reports. */
  ExportStore exports();

  /** The report form. */
  ReportFormStore form();

  /** The outbox that both fill. */
  Outbox outbox();

  /** The jobs that judge again. */
  ResanitizeJobStore resanitizeJobs();

  /** What migrations change. */
  Schema schema();

  /** What records are in. */
  InMemoryTables tables();

  /** Which migrations have run. */
  MigrationLedger migrationLedger();

  /** Who may run them. */
  MigrationLease migrationLease();

  /** The profiles. */
  ProfileStore profiles();

  /** The SLA errors. */
  SlaErrorStore slaErrors();

  /** The queues. */
  InMemoryQueues queues();

  /** Binds what a deployment brings. */
  @Component.Factory
  interface Factory {
    /** Opens an empty one. */
    InMemoryFamily create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance UploadPolicy policy);
  }
}
