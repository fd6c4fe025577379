package dev.sallyport.http.aws;

import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.operations.profile.PublicAssets;
import java.net.URI;
import java.util.Optional;

/**
 * Where a deployment keeps what, and who its users are.
 *
 * @param access where the services are, and who calls them
 * @param storage its buckets
 * @param assets the bucket of what everybody may see
 * @param publicAssets where everybody sees it
 * @param queues its queues, by the names that operations use for them
 * @param topic where pictures are announced
 * @param tables its tables
 * @param createsTables whether a start makes those that are missing, for development
 * @param directory who signs users in
 * @param tokens whose tokens are accepted
 * @param keys where the keys of their issuer are
 * @param secrets where its secrets are
 * @param tracker where its issues are, when it has a tracker
 */
public record AwsServices(
    AwsSettings access,
    S3StorageSettings storage,
    S3AssetSettings assets,
    PublicAssets publicAssets,
    SqsSettings queues,
    TopicSettings topic,
    TableSettings tables,
    boolean createsTables,
    CognitoSettings directory,
    JwtSettings tokens,
    KeySetAddress keys,
    SecretsSettings secrets,
    Optional<Tracker> tracker) {
  /**
   * Where issues are; the token is among the secrets.
   *
   * @param url a site of Jira Cloud
   * @param user who makes issues there
   */
  public record Tracker(URI url, String user) {}
}
