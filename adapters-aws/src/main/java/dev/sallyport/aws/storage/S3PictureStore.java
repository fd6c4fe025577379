package dev.sallyport.aws.storage;

import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.aws.shared.Patience;
import dev.sallyport.domain.shared.ObjectKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The hands of who makes pictures on two buckets: reads clean, writes assets. Needs to be allowed
 * to get objects below {@code avatars/} and {@code banners/} of the one, to list it, and to put
 * objects below {@code public/} of the other; nothing else.
 */
final class S3PictureStore implements PictureStore {
  private static final String PORT = "object store";

  private final S3Client client;
  private final S3StorageSettings settings;
  private final S3AssetSettings assets;

  @Inject
  S3PictureStore(S3Client client, S3StorageSettings settings, S3AssetSettings assets) {
    this.client = client;
    this.settings = settings;
    this.assets = assets;
  }

  @Override
  public Optional<CleanPicture> openClean(ObjectKey key) {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(settings.clean()).key(key.value()).build();
    return Failures.reading(
        PORT,
        () -> {
          try {
            return Optional.of(new Opened(client.getObject(request)));
          } catch (S3Exception e) {
            if (VersionRemoval.isGone(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public void writeAsset(ObjectKey key, Rendition rendition) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(assets.assets())
            .key(key.value())
            .contentType(rendition.type().servedAs().value())
            .cacheControl(CACHE_CONTROL)
            .contentLength(rendition.size().bytes())
            .checksumSHA256(rendition.sha256().base64())
            .overrideConfiguration(times ->
                times
                    .apiCallAttemptTimeout(Patience.TRANSFER.attempt())
                    .apiCallTimeout(Patience.TRANSFER.call()))
            .build();
    RequestBody body =
        RequestBody.fromContentProvider(
            rendition::open, rendition.size().bytes(), rendition.type().servedAs().value());
    Failures.writing(PORT, () -> client.putObject(request, body));
  }

  /** A transfer under way. */
  private static final class Opened implements CleanPicture {
    private final ResponseInputStream<GetObjectResponse> transfer;
    private final ExactStream bytes;

    Opened(ResponseInputStream<GetObjectResponse> transfer) {
      this.transfer = transfer;
      bytes = new ExactStream(transfer, transfer.response().contentLength());
    }

    @Override
    public InputStream bytes() {
      return bytes;
    }

    @Override
    public void close() throws IOException {
      if (bytes.isDone()) {
        transfer.close();
      } else {
        transfer.abort();
      }
    }
  }
}
