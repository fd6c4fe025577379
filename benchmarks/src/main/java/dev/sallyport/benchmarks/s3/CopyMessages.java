package dev.sallyport.benchmarks.s3;

import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.aws.shared.Patience;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.sanitization.S3EventCodec;
import dev.sallyport.operations.sanitization.S3EventCodec.Notification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The least that moving bytes from one bucket to another through these hands can cost: each is
 * fetched into a file, hashed on the way, put under its hash and deleted where it was. Nobody looks
 * into it and nobody writes a verdict.
 */
final class CopyMessages implements MessageOperation {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final S3Client client;
  private final S3StorageSettings buckets;
  private final Path folder;
  private final Map<String, Sha256> copied = new ConcurrentHashMap<>();

  CopyMessages(S3Client client, S3StorageSettings buckets, Path folder) {
    this.client = client;
    this.buckets = buckets;
    this.folder = folder;
  }

  @Override
  public String id() {
    return "copyAttachments";
  }

  @Override
  public String queue() {
    return Queues.SANITIZATION;
  }

  @Override
  public Duration visibility() {
    return Duration.ofMinutes(2);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    return switch (S3EventCodec.decode(message.body())) {
      case Notification.Malformed _ -> new MessageOutcome.DeadLetter("malformed");
      case Notification.Arrived(List<ArrivedObject> objects) -> {
        try {
          objects.forEach(this::copy);
          yield new MessageOutcome.Done();
        } catch (SdkException e) {
          // As the product does it: what S3 does not answer in time is tried again.
          yield new MessageOutcome.RetryAfter(PAUSE, "port_unavailable");
        }
      }
    };
  }

  private void copy(ArrivedObject object) {
    try {
      Path file = Files.createTempFile(folder, "copy", "");
      try {
        copy(object, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(ArrivedObject object, Path file) throws IOException {
    String version = object.version().value();
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in =
        new DigestInputStream(
            client.getObject(
                get -> get.bucket(buckets.quarantine()).key(object.key()).versionId(version)),
            digest)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    Sha256 hash = Sha256.ofDigest(digest.digest());
    client.putObject(
        put ->
            put.bucket(buckets.clean())
                .key(object.key() + "/" + hash)
                .checksumSHA256(hash.base64())
                .overrideConfiguration(times ->
                    times
                        .apiCallAttemptTimeout(Patience.TRANSFER.attempt())
                        .apiCallTimeout(Patience.TRANSFER.call())),
        RequestBody.fromFile(file));
    client.deleteObject(
        delete -> delete.bucket(buckets.quarantine()).key(object.key()).versionId(version));
    copied.put(object.key(), hash);
  }

  /** Tells where the copy is. */
  Ended ended(ObjectKey key) {
    Sha256 hash = copied.get(key.value());
    return hash == null
        ? new Ended(key, "none", key, Sha256.of(new byte[0]))
        : new Ended(key, "Copied", new ObjectKey(key + "/" + hash), hash);
  }
}
