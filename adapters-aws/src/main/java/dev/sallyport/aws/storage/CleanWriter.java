package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.aws.shared.Patience;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Writes and deletes clean bytes.
 *
 * <p>S3 is told the digest beforehand and stores nothing else (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">checking
 * object integrity</a>); {@link VerifiedStream} makes sure of it on servers that do not verify.
 */
final class CleanWriter {
  private static final String PORT = "object store";
  private static final Set<String> OTHER_BYTES =
      Set.of("BadDigest", "IncompleteBody", "XAmzContentChecksumMismatch");

  private final S3Client client;
  private final S3StorageSettings settings;

  CleanWriter(S3Client client, S3StorageSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  void write(Judgement.Output output, ByteSource bytes) {
    if (!bytes.size().equals(output.size()) || !bytes.sha256().equals(output.sha256())) {
      throw new CorruptDataException(
          "clean bytes of " + output.key() + " are not those promised", null);
    }
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> open(output, bytes), output.size().bytes(), output.type().servedAs().value());
    Failures.writing(
        PORT,
        () -> {
          try {
            return client.putObject(request(output), body);
          } catch (SdkException e) {
            throw wrongBytes(e, output.key()).<RuntimeException>map(wrong -> wrong).orElse(e);
          }
        });
  }

  private PutObjectRequest request(Judgement.Output output) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(settings.clean())
            .key(output.key().value())
            .contentType(output.type().servedAs().value())
            .contentLength(output.size().bytes())
            .checksumSHA256(output.sha256().base64())
            .overrideConfiguration(times ->
                times
                    .apiCallAttemptTimeout(Patience.TRANSFER.attempt())
                    .apiCallTimeout(Patience.TRANSFER.call()));
    switch (settings.encryption()) {
      case Encryption.None() -> {}
      case Encryption.Aes256() -> request.serverSideEncryption(ServerSideEncryption.AES256);
      case Encryption.Kms(String keyId) ->
          request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(keyId);
    }
    return request.build();
  }

  private static InputStream open(Judgement.Output output, ByteSource bytes) {
    try {
      return new VerifiedStream(bytes.open(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SDK wraps what a stream throws; S3 has codes of its own for bytes that do not fit. */
  private static Optional<CorruptDataException> wrongBytes(SdkException e, ObjectKey key) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorruptDataException wrong) {
        return Optional.of(wrong);
      }
    }
    return e instanceof S3Exception answer
            && answer.awsErrorDetails() != null
            && OTHER_BYTES.contains(answer.awsErrorDetails().errorCode())
        ? Optional.of(new CorruptDataException("clean bytes of " + key + " were refused", e))
        : Optional.empty();
  }

  void delete(ObjectKey key) {
    switch (settings.pinning()) {
      case ETAG ->
          Failures.writing(
              PORT,
              () -> client.deleteObject(one -> one.bucket(settings.clean()).key(key.value())));
      case VERSION_ID -> deleteVersions(key);
    }
  }

  /** Keys come in the order of their bytes, so that this key's versions are the first ones. */
  private void deleteVersions(ObjectKey key) {
    var pages =
        Failures.reading(
            PORT,
            () ->
                client
                    .listObjectVersionsPaginator(
                        list -> list.bucket(settings.clean()).prefix(key.value()))
                    .iterator());
    boolean more = true;
    while (more && Failures.reading(PORT, pages::hasNext)) {
      ListObjectVersionsResponse page = Failures.reading(PORT, pages::next);
      versions(page, key.value()).forEach(version -> delete(key, version));
      more = !hasOthers(page, key.value());
    }
  }

  private static Stream<String> versions(ListObjectVersionsResponse page, String key) {
    return Stream.concat(
        page.versions().stream().filter(one -> one.key().equals(key)).map(ObjectVersion::versionId),
        page.deleteMarkers().stream()
            .filter(one -> one.key().equals(key))
            .map(DeleteMarkerEntry::versionId));
  }

  private static boolean hasOthers(ListObjectVersionsResponse page, String key) {
    return page.versions().stream().anyMatch(one -> !one.key().equals(key))
        || page.deleteMarkers().stream().anyMatch(one -> !one.key().equals(key));
  }

  private void delete(ObjectKey key, String version) {
    VersionRemoval.delete(
        client,
        DeleteObjectRequest.builder()
            .bucket(settings.clean())
            .key(key.value())
            .versionId(version)
            .build(),
        PORT);
  }
}
