package dev.sallyport.aws;

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
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.event.DynamoDbEventModule;
import dev.sallyport.aws.migration.DynamoDbMigrationModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.sanitization.DynamoDbSanitizationModule;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.sla.DynamoDbSlaModule;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableSetup;
import dev.sallyport.aws.table.TablesOnDemand;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.DynamoDbLocal;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores that keep state in tables, wired as a deployment wires them. */
@Singleton
@Component(
    modules = {
      AwsSharedModule.class,
      DynamoDbAttachmentModule.class,
      DynamoDbEventModule.class,
      DynamoDbMigrationModule.class,
      DynamoDbProfileModule.class,
      DynamoDbReportModule.class,
      DynamoDbSanitizationModule.class,
      DynamoDbSlaModule.class,
    })
public interface DynamoDbFamily {
  /** Opens one with empty tables of its own on DynamoDB Local. */
  static DynamoDbFamily open() {
    return open(UploadPolicy.defaults());
  }

  /** Opens one with empty tables of its own and with a policy of its own. */
  static DynamoDbFamily open(UploadPolicy policy) {
    return openOn(DynamoDbLocal.shared().uri(), policy);
  }

  /** Opens one with empty tables of its own on another server. */
  static DynamoDbFamily openOn(URI address) {
    return openOn(address, UploadPolicy.defaults());
  }

  /** Opens one whose time a test moves; what tables there are is the caller's affair. */
  static DynamoDbFamily openOn(URI address, TableSettings tables, Clock clock) {
    return on(address, Http.SHARED, tables, UploadPolicy.defaults(), clock);
  }

  private static DynamoDbFamily openOn(URI address, UploadPolicy policy) {
    TableSettings tables = TableSettings.of("t" + UUID.randomUUID());
    return on(
        address, new TablesOnDemand(Http.SHARED, Http.maker(address), tables), tables, policy);
  }

  /** Opens one that calls an address by a client; makes no call. */
  static DynamoDbFamily on(
      URI address, SdkHttpClient http, TableSettings tables, UploadPolicy policy) {
    return on(address, http, tables, policy, MutableClock.atNoon());
  }

  private static DynamoDbFamily on(
      URI address, SdkHttpClient http, TableSettings tables, UploadPolicy policy, Clock clock) {
    AwsSettings settings =
        new AwsSettings(
            "eu-central-1",
            Optional.of(SigningCredentials.of("AKIATEST", "secret")),
            Map.of(AwsService.DYNAMODB, address));
    return DaggerDynamoDbFamily.factory()
        .create(settings, http, new RandomIds(), tables, policy, clock);
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

  /** The profiles. */
  ProfileStore profiles();

  /** The SLA errors. */
  SlaErrorStore slaErrors();

  /** What migrations change. */
  Schema schema();

  /** Which migrations have run. */
  MigrationLedger migrationLedger();

  /** Who may run them. */
  MigrationLease migrationLease();

  /** What creates and checks the tables. */
  TableSetup setup();

  /** Binds what a deployment brings. */
  @Component.Factory
  interface Factory {
    /** Makes no connection. */
    DynamoDbFamily create(
        @BindsInstance AwsSettings settings,
        @BindsInstance SdkHttpClient http,
        @BindsInstance IdGenerator ids,
        @BindsInstance TableSettings tables,
        @BindsInstance UploadPolicy policy,
        @BindsInstance Clock clock);
  }

  /** One pool of connections for all tests of this JVM. */
  final class Http {
    static final SdkHttpClient SHARED = Apache5HttpClient.builder().maxConnections(64).build();

    private Http() {}

    /** A client that has the patience to make tables. */
    static DynamoDbClient maker(URI address) {
      return DynamoDbClient.builder()
          .endpointOverride(address)
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
          .httpClient(SHARED)
          .build();
    }
  }
}
