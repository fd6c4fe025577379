package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The sanitizer's hands on two buckets: reads one version of a key in quarantine, writes clean.
 *
 * <p>Needs to be allowed to list both buckets, or S3 answers that it forbids what is not there.
 */
final class S3AttachmentStore implements AttachmentStore {
  private static final String PORT = "object store";
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final S3StorageSettings settings;
  private final Pins pins;
  private final CleanWriter clean;

  @Inject
  S3AttachmentStore(S3Client client, S3StorageSettings settings) {
    this.client = client;
    this.settings = settings;
    this.pins = new Pins(settings.pinning());
    this.clean = new CleanWriter(client, settings);
  }

  @Override
  public Optional<StoredVersion> findQuarantined(ObjectKey key) {
    HeadObjectRequest request =
        HeadObjectRequest.builder().bucket(settings.quarantine()).key(key.value()).build();
    return Failures.reading(
        PORT,
        () -> {
          try {
            var found = client.headObject(request);
            return Optional.of(
                new StoredVersion(
                    pins.name(found.versionId(), found.eTag()),
                    DataSize.ofBytes(found.contentLength())));
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version) {
    if (!pins.couldBe(version)) {
      return Optional.empty();
    }
    GetObjectRequest request =
        pins.pin(GetObjectRequest.builder().bucket(settings.quarantine()).key(key.value()), version)
            .build();
    return Failures.reading(
        PORT,
        () -> {
          try {
            return Optional.of(new OpenedObject(client.getObject(request)));
          } catch (S3Exception e) {
            if (VersionRemoval.isGone(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public List<VersionId> quarantinedVersions(ObjectKey key, int limit) {
    return switch (settings.pinning()) {
      case ETAG -> findQuarantined(key).map(StoredVersion::version).stream().toList();
      case VERSION_ID ->
          // Keys come in the order of their bytes, so that this key's versions are the first ones.
          Failures.reading(
              PORT,
              () ->
                  client
                      .listObjectVersions(list ->
                          list.bucket(settings.quarantine()).prefix(key.value()).maxKeys(limit))
                      .versions()
                      .stream()
                      .filter(one -> one.key().equals(key.value()))
                      .map(one -> new VersionId(one.versionId()))
                      .toList());
    };
  }

  @Override
  public void deleteQuarantined(ObjectKey key, VersionId version) {
    if (!pins.couldBe(version)
        || (version.entityTag().isPresent()
            && findQuarantined(key).filter(now -> now.version().equals(version)).isEmpty())) {
      return;
    }
    DeleteObjectRequest request =
        pins.pin(
                DeleteObjectRequest.builder().bucket(settings.quarantine()).key(key.value()),
                version)
            .build();
    VersionRemoval.delete(client, request, PORT);
  }

  @Override
  public void writeClean(Judgement.Output output, ByteSource bytes) {
    clean.write(output, bytes);
  }

  @Override
  public void deleteClean(ObjectKey key) {
    clean.delete(key);
  }
}
