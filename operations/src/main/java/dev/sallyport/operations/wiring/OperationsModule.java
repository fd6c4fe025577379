package dev.sallyport.operations.wiring;

import dagger.Module;
import dev.sallyport.operations.attachment.AttachmentOperationsModule;
import dev.sallyport.operations.event.EventOperationsModule;
import dev.sallyport.operations.identity.IdentityOperationsModule;
import dev.sallyport.operations.migration.MigrationOperationsModule;
import dev.sallyport.operations.openapi.DocumentationOperationsModule;
import dev.sallyport.operations.profile.ActivityModule;
import dev.sallyport.operations.profile.PictureOperationsModule;
import dev.sallyport.operations.profile.PictureWorkModule;
import dev.sallyport.operations.profile.ProfileOperationsModule;
import dev.sallyport.operations.queue.QueueOperationsModule;
import dev.sallyport.operations.report.ErasureWorkModule;
import dev.sallyport.operations.report.ExportWorkModule;
import dev.sallyport.operations.report.HeatMapWorkModule;
import dev.sallyport.operations.report.ReportOperationsModule;
import dev.sallyport.operations.report.TrackerWorkModule;
import dev.sallyport.operations.sanitization.ResanitizeOperationsModule;
import dev.sallyport.operations.sanitization.ResanitizeWorkModule;
import dev.sallyport.operations.sanitization.SanitizationOperationsModule;
import dev.sallyport.operations.sla.SlaOperationsModule;
import dev.sallyport.operations.status.StatusOperationsModule;

/**
 * Contributes {@code Set<HttpOperation>}, {@code Set<MessageOperation>}, {@code
 * Set<ScheduledOperation>} and {@code SanitizationQueue}.
 *
 * <p>A component binds the rest: the ports that use cases take, {@code Clock}, {@code IdGenerator},
 * {@code Metrics}, the policies ({@code UploadPolicy}, {@code SanitizationPolicy}, {@code
 * DownloadPolicy}, {@code SlaPolicy}, {@code CorsPolicy}, {@code MappedAreas}, {@code
 * RetentionPolicy}), {@code PostPolicySigner}, {@code UrlPresigner}, {@code ProductVersion}, {@code
 * PageTokenSeal}, {@code PublicAssets}, {@code Queues} and {@code Subscriptions}.
 */
@Module(
    includes = {
      AttachmentOperationsModule.class,
      DocumentationOperationsModule.class,
      ErasureWorkModule.class,
      EventOperationsModule.class,
      ExportWorkModule.class,
      HeatMapWorkModule.class,
      IdentityOperationsModule.class,
      MigrationOperationsModule.class,
      ActivityModule.class,
      PictureOperationsModule.class,
      PictureWorkModule.class,
      ProfileOperationsModule.class,
      QueueOperationsModule.class,
      ReportOperationsModule.class,
      ResanitizeOperationsModule.class,
      ResanitizeWorkModule.class,
      SanitizationOperationsModule.class,
      SlaOperationsModule.class,
      StatusOperationsModule.class,
      TrackerWorkModule.class
    })
public interface OperationsModule {}
