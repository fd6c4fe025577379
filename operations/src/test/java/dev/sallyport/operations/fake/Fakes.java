package dev.sallyport.operations.fake;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.HeatMapPainter;
import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.application.sanitization.ContentInspector;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.Subscriptions;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.report.PageTokenSeal;
import dev.sallyport.operations.status.ProductVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Everything that operations and their use cases stand on, for one test. */
@Module
public final class Fakes {
  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  public static final String ORIGIN = "https://portal.example.com";

  public final FakeLedger ledger = new FakeLedger();
  public final FakeStore store = new FakeStore();
  public final FakeJobs jobs = new FakeJobs();
  public final FakeMigrations migrations = new FakeMigrations();
  public final FakeSlaErrors slaErrors = new FakeSlaErrors();
  public final FakeReports reports = new FakeReports();
  public final FakeComments comments = new FakeComments(reports);
  public final FakeSearches searches = new FakeSearches();
  public final FakeHeatMaps heatMaps = new FakeHeatMaps(reports);
  public final FakeTracker tracker = new FakeTracker(reports);
  public final FakeExports exports = new FakeExports();
  public final FakeErasures erasures = new FakeErasures();
  public RetentionPolicy retention = RetentionPolicy.none();
  public final FakeOutbox outbox = new FakeOutbox();
  public final FakeMetrics metrics = new FakeMetrics();
  public final FakeQueue sanitization = new FakeQueue(Queues.SANITIZATION);
  public final FakeQueue audit = new FakeQueue(Queues.AUDIT);
  public final FakeQueue heatMap = new FakeQueue(Queues.HEAT_MAP);
  public final FakeQueue trackerQueue = new FakeQueue(Queues.TRACKER);
  public final FakeQueue activity = new FakeQueue(Queues.ACTIVITY);
  public final FakeQueue renditions = new FakeQueue(Queues.RENDITIONS);
  public final FakeQueue pictures = new FakeQueue(Queues.PICTURES);
  public final FakeProfiles profiles = new FakeProfiles();
  private final FakeDirectory directory = new FakeDirectory();
  private final Random random = new Random(20261121);

  @Provides
  AttachmentLedger ledger() {
    return ledger;
  }

  @Provides
  AttachmentStore store() {
    return store;
  }

  @Provides
  ResanitizeJobStore jobs() {
    return jobs;
  }

  @Provides
  Schema schema() {
    return migrations;
  }

  @Provides
  MigrationLedger migrationLedger() {
    return migrations;
  }

  @Provides
  MigrationLease migrationLease() {
    return migrations;
  }

  @Provides
  SlaErrorStore slaErrors() {
    return slaErrors;
  }

  @Provides
  static SlaPolicy slaPolicy() {
    return SlaPolicy.defaults();
  }

  @Provides
  ProfileStore profiles() {
    return profiles;
  }

  @Provides
  ReportStore reports() {
    return reports;
  }

  @Provides
  CommentStore comments() {
    return comments;
  }

  @Provides
  ErasureStore erasures() {
    return erasures;
  }

  @Provides
  RetentionPolicy retention() {
    return retention;
  }

  @Provides
  ExportStore exports() {
    return exports;
  }

  @Provides
  Optional<IssueTracker> tracker() {
    return Optional.of(tracker);
  }

  @Provides
  IssueLinkStore issueLinks() {
    return tracker.links();
  }

  @Provides
  TrackerMappingStore trackerMapping() {
    return tracker;
  }

  @Provides
  HeatMapStore heatMaps() {
    return heatMaps;
  }

  @Provides
  static HeatMapPainter painter() {
    return map -> ("picture of " + map.total()).getBytes(StandardCharsets.US_ASCII);
  }

  @Provides
  static MappedAreas areas() {
    return MappedAreas.of(List.of(new MappedArea("arena", -10, -10, 10, 10, 4, 2)));
  }

  @Provides
  RecentSearchStore searches() {
    return searches;
  }

  @Provides
  ReportFormStore forms() {
    return reports;
  }

  @Provides
  Outbox outbox() {
    return outbox;
  }

  @Provides
  Metrics metrics() {
    return metrics;
  }

  @Provides
  TokenVerifier verifier() {
    return directory;
  }

  @Provides
  UserDirectory users() {
    return directory;
  }

  @Provides
  Queues queues() {
    return new Queues(
        Map.of(
            Queues.SANITIZATION, sanitization,
            Queues.AUDIT, audit,
            Queues.HEAT_MAP, heatMap,
            Queues.TRACKER, trackerQueue,
            Queues.ACTIVITY, activity,
            Queues.RENDITIONS, renditions,
            Queues.PICTURES, pictures));
  }

  @Provides
  Subscriptions subscriptions() {
    return Subscriptions.defaults();
  }

  @Provides
  StorageAccess storage() {
    SigningCredentials credentials = SigningCredentials.of("AKIDEXAMPLE", "secret");
    return new StorageAccess() {
      @Override
      public Target uploads() {
        return new Target(
            "quarantine",
            URI.create("https://s3.example.com/quarantine"),
            "us-east-1",
            credentials);
      }

      @Override
      public Target downloads() {
        return new Target(
            "clean", URI.create("https://s3.example.com/clean"), "us-east-1", credentials);
      }

      @Override
      public boolean verifiesPostedChecksums() {
        return true;
      }
    };
  }

  @Provides
  ScratchSpace scratches() {
    return _ -> {
      throw new AssertionError("nothing is ever read here");
    };
  }

  @Provides
  static ContentInspector inspector(ScratchSpace scratches, SanitizationPolicy policy) {
    return new ContentInspector(
        _ -> new Sniffed.Refused(ReasonCode.UNSUPPORTED_TYPE),
        Set.of(),
        Set.of(),
        Optional.empty(),
        scratches,
        policy);
  }

  @Provides
  IdGenerator ids() {
    return new IdGenerator() {
      @Override
      public UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
      }

      @Override
      public byte[] newSecret(int count) {
        byte[] secret = new byte[count];
        random.nextBytes(secret);
        return secret;
      }
    };
  }

  @Provides
  static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Provides
  static UploadPolicy uploadPolicy() {
    return UploadPolicy.defaults();
  }

  @Provides
  static Optional<MalwareScanner> scanner() {
    return Optional.empty();
  }

  @Provides
  static SanitizationPolicy sanitizationPolicy() {
    return SanitizationPolicy.defaults();
  }

  @Provides
  static DownloadPolicy downloadPolicy() {
    return DownloadPolicy.defaults();
  }

  @Provides
  static CorsPolicy corsPolicy() {
    return new CorsPolicy(Set.of(ORIGIN));
  }

  @Provides
  static PublicAssets publicAssets() {
    return new PublicAssets(URI.create("https://cdn.example.com"));
  }

  @Provides
  static ProductVersion version() {
    return new ProductVersion("0.1.0");
  }

  @Provides
  static PageTokenSeal seal() {
    return new PageTokenSeal(new byte[32]);
  }

  @Provides
  static PostPolicySigner signer() {
    return new PostPolicySigner(new SigningKeys());
  }

  @Provides
  static UrlPresigner presigner() {
    return new UrlPresigner(new SigningKeys());
  }
}
