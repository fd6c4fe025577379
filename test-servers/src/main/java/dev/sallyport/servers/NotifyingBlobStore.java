package dev.sallyport.servers;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * A store that tells a queue of every object that it has taken, whichever way it came. A form
 * arrives here as a PUT does, so its event is called {@code Put} where S3 says {@code Post}.
 */
final class NotifyingBlobStore extends ForwardingBlobStore {
  private final QueueNotifications notifications;
  private final Clock clock;

  NotifyingBlobStore(BlobStore store, QueueNotifications notifications, Clock clock) {
    super(store);
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse put = super.putBlob(request, content);
    created("Put", request.bucket(), request.key(), put.versionId());
    return put;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse copied = super.copyBlob(request);
    created("Copy", request.destinationBucket(), request.destinationKey(), copied.versionId());
    return copied;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse completed = super.completeMultipartUpload(upload, request);
    created(
        "CompleteMultipartUpload",
        upload.containerName(),
        upload.blobName(),
        completed.versionId());
    return completed;
  }

  private void created(String event, String bucket, String key, @Nullable String versionId) {
    if (!notifications.wanted(bucket)) {
      return;
    }
    HeadObjectResponse object =
        blobMetadata(
            HeadObjectRequest.builder().bucket(bucket).key(key).versionId(versionId).build());
    notifications.send(
        bucket,
        new ObjectCreated(
                event,
                bucket,
                key,
                object.contentLength(),
                object.eTag().replace("\"", ""),
                Optional.ofNullable(versionId),
                clock.instant())
            .json());
  }
}
