package dev.sallyport.http.deployment;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.clamd.ClamdModule;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.media.MediaConfiguration;
import dev.sallyport.media.image.HeatMapImageModule;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.event.Subscriptions;
import dev.sallyport.operations.status.ProductVersion;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Hands everybody the part of {@link DeploymentSettings} that they ask for, in every deployment.
 */
@Module(includes = {ClamdModule.class, HeatMapImageModule.class})
public interface DeploymentModule {
  @Binds
  Metrics metrics(PrometheusMetrics metrics);

  @Provides
  @IntoSet
  static HttpOperation showMetrics(PrometheusMetrics metrics) {
    return new MetricsOperation(metrics).operation();
  }

  @Provides
  static UploadPolicy uploads(DeploymentSettings settings) {
    return settings.uploads();
  }

  @Provides
  static SanitizationPolicy sanitization(DeploymentSettings settings) {
    return settings.sanitization();
  }

  @Provides
  static Optional<ClamdSettings> clamd(DeploymentSettings settings) {
    return settings.clamd();
  }

  @Provides
  static MappedAreas areas(DeploymentSettings settings) {
    return settings.records().areas();
  }

  @Provides
  static RetentionPolicy retention(DeploymentSettings settings) {
    return settings.records().retention();
  }

  @Provides
  static DownloadPolicy downloads() {
    return DownloadPolicy.defaults();
  }

  @Provides
  static SlaPolicy slaErrors(DeploymentSettings settings) {
    return settings.records().slaErrors();
  }

  @Provides
  static CorsPolicy cors(DeploymentSettings settings) {
    return settings.cors();
  }

  @Provides
  static ProductVersion version(DeploymentSettings settings) {
    return new ProductVersion(settings.version());
  }

  @Provides
  static MediaConfiguration media(DeploymentSettings settings) {
    return MediaConfiguration.defaults(settings.temporaryFolder());
  }

  /** One for both signers, because deriving a day's key costs more than signing with it. */
  @Provides
  @Singleton
  static SigningKeys signingKeys() {
    return new SigningKeys();
  }

  @Provides
  static PostPolicySigner postSigner(SigningKeys keys) {
    return new PostPolicySigner(keys);
  }

  @Provides
  static UrlPresigner urlSigner(SigningKeys keys) {
    return new UrlPresigner(keys);
  }

  @Provides
  static Subscriptions subscriptions() {
    return Subscriptions.defaults();
  }
}
