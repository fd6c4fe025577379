package dev.sallyport.lambda.settings;

import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.metrics.EmfSettings;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.status.ProductVersion;
import java.net.URI;
import java.util.Optional;

/**
 * What one function was told. Only the parts that it asked for are there: to use another one is a
 * mistake of its wiring, which shows when it starts.
 */
public record FunctionConfiguration(
    ProductVersion version,
    EmfSettings metrics,
    Optional<Tokens> tokens,
    Optional<AwsSettings> aws,
    Optional<CognitoSettings> directory,
    Optional<SecretsSettings> secrets,
    Optional<TableSettings> tables,
    Optional<S3StorageSettings> buckets,
    Optional<S3AssetSettings> assets,
    Optional<PublicAssets> publicAssets,
    SqsSettings queues,
    TopicSettings topic,
    CorsPolicy cors,
    UploadPolicy uploads,
    SanitizationPolicy checks,
    Optional<ClamdSettings> clamd,
    MappedAreas areas,
    RetentionPolicy retention,
    SlaPolicy slaErrors,
    Optional<Tracker> tracker) {
  /**
   * Where issues are; the token is among the secrets.
   *
   * @param url a site of Jira Cloud
   * @param user who makes issues there
   */
  public record Tracker(URI url, String user) {}

  /**
   * Whose tokens are accepted.
   *
   * @param rules what they must say
   * @param keys where their keys are
   */
  public record Tokens(JwtSettings rules, KeySetAddress keys) {}
}
