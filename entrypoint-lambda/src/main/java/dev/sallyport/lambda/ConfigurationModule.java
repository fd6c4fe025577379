package dev.sallyport.lambda;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.metrics.EmfSettings;
import dev.sallyport.aws.metrics.MetricSink;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.lambda.logging.Console;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.event.Subscriptions;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.status.ProductVersion;
import java.util.Optional;

/** Hands each family the part of the configuration that it asks for; knows nothing of the SDK. */
@Module
interface ConfigurationModule {
  @Provides
  static EmfSettings metrics(FunctionConfiguration configuration) {
    return configuration.metrics();
  }

  /** Lambda takes metrics from standard output. */
  @Provides
  static MetricSink sink() {
    return Console::line;
  }

  @Provides
  static JwtSettings tokens(FunctionConfiguration configuration) {
    return configuration.tokens().orElseThrow().rules();
  }

  @Provides
  static KeySetAddress keys(FunctionConfiguration configuration) {
    return configuration.tokens().orElseThrow().keys();
  }

  @Provides
  static ProductVersion version(FunctionConfiguration configuration) {
    return configuration.version();
  }

  @Provides
  static Subscriptions subscriptions() {
    return Subscriptions.defaults();
  }

  @Provides
  static PublicAssets publicAssets(FunctionConfiguration configuration) {
    return configuration.publicAssets().orElseThrow();
  }

  @Provides
  static CorsPolicy cors(FunctionConfiguration configuration) {
    return configuration.cors();
  }

  @Provides
  static MappedAreas areas(FunctionConfiguration configuration) {
    return configuration.areas();
  }

  @Provides
  static RetentionPolicy retention(FunctionConfiguration configuration) {
    return configuration.retention();
  }

  @Provides
  static SlaPolicy slaErrors(FunctionConfiguration configuration) {
    return configuration.slaErrors();
  }

  @Provides
  static UploadPolicy uploads(FunctionConfiguration configuration) {
    return configuration.uploads();
  }

  @Provides
  static Optional<ClamdSettings> clamd(FunctionConfiguration configuration) {
    return configuration.clamd();
  }

  @Provides
  static SanitizationPolicy checks(FunctionConfiguration configuration) {
    return configuration.checks();
  }
}
