package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.contract.attachment.AttachmentStoreContract.Clean;
import dev.sallyport.contract.attachment.StoreClient;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Three new buckets on a real server, and a stranger's and a reader's hands on them. */
final class TestBuckets {
  private static final AtomicInteger MADE = new AtomicInteger();

  final S3StorageSettings settings;
  final S3AssetSettings assets;
  final StorageComponent component;
  private final S3Client client;

  TestBuckets(URI endpoint, SigningCredentials owner, ObjectPinning pinning) {
    String run = Long.toHexString(System.nanoTime()) + '-' + MADE.incrementAndGet();
    settings =
        new S3StorageSettings(
            "quarantine-" + run,
            "clean-" + run,
            new Encryption.None(),
            pinning,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    assets = new S3AssetSettings("assets-" + run);
    AwsSettings aws =
        new AwsSettings("us-east-1", Optional.of(owner), Map.of(AwsService.S3, endpoint));
    component =
        DaggerStorageComponent.factory().create(aws, settings, assets, Apache5HttpClient.create());
    client = component.client();
    create(settings.quarantine(), pinning);
    create(settings.clean(), pinning);
    create(assets.assets(), pinning);
  }

  private void create(String bucket, ObjectPinning pinning) {
    client.createBucket(request -> request.bucket(bucket));
    if (pinning == ObjectPinning.VERSION_ID) {
      client.putBucketVersioning(request ->
          request
              .bucket(bucket)
              .versioningConfiguration(
                  versions -> versions.status(BucketVersioningStatus.ENABLED)));
    }
  }

  /** Posts a form as a stranger does. */
  VersionId upload(ObjectKey key, byte[] bytes, Optional<String> contentType) {
    Target target = component.access().uploads();
    PostRequest request =
        new PostRequest(
            target.bucket(),
            key.value(),
            target.region(),
            target.url(),
            Duration.ofMinutes(5),
            0,
            bytes.length,
            contentType,
            Optional.empty(),
            new Encryption.None(),
            new LinkedHashMap<>());
    StoreClient.Answer answer =
        StoreClient.post(
            target.url(),
            new PostPolicySigner(new SigningKeys())
                .sign(request, target.credentials(), Clock.systemUTC().instant())
                .fields(),
            bytes);
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    return settings.pinning() == ObjectPinning.ETAG
        ? VersionId.ofEntityTag(header(answer, "etag"))
        : version(key, answer);
  }

  /** Ceph does not tell a sender the version; nobody else sends to this key. */
  private VersionId version(ObjectKey key, StoreClient.Answer answer) {
    String told = answer.headers().get("x-amz-version-id");
    return new VersionId(
        told != null
            ? told
            : client
                .headObject(request -> request.bucket(settings.quarantine()).key(key.value()))
                .versionId());
  }

  private static String header(StoreClient.Answer answer, String name) {
    return Optional.ofNullable(answer.headers().get(name)).orElseThrow();
  }

  /** Reads what is clean as somebody does who may. */
  Optional<Clean> readClean(ObjectKey key) {
    return read(key)
        .map(found -> new Clean(Sha256.of(found.asByteArray()), found.response().contentType()));
  }

  /** Reads clean bytes as somebody does who may. */
  Optional<byte[]> cleanBytes(ObjectKey key) {
    return read(key).map(ResponseBytes::asByteArray);
  }

  private Optional<ResponseBytes<GetObjectResponse>> read(ObjectKey key) {
    try {
      return Optional.of(
          client.getObjectAsBytes(request -> request.bucket(settings.clean()).key(key.value())));
    } catch (NoSuchKeyException nothingThere) {
      return Optional.empty();
    }
  }

  /** Returns the type of what is in quarantine. */
  Optional<String> storedType(ObjectKey key) {
    try {
      return Optional.of(
          client
              .headObject(request -> request.bucket(settings.quarantine()).key(key.value()))
              .contentType());
    } catch (NoSuchKeyException nothingThere) {
      return Optional.empty();
    }
  }

  /** Stores clean text by other means than the adapter's. */
  void storeClean(ObjectKey key, String text) {
    client.putObject(
        request -> request.bucket(settings.clean()).key(key.value()).contentType("text/plain"),
        RequestBody.fromString(text, StandardCharsets.UTF_8));
  }

  /** Counts every version of a clean key. */
  int cleanVersions(ObjectKey key) {
    var listed =
        client.listObjectVersions(request -> request.bucket(settings.clean()).prefix(key.value()));
    return listed.versions().size() + listed.deleteMarkers().size();
  }
}
