package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A transfer under way. */
final class OpenedObject implements QuarantinedObject {
  /** What S3 stores for a writer that names no type. */
  private static final String NO_TYPE = "binary/octet-stream";

  private final ResponseInputStream<GetObjectResponse> transfer;
  private final DataSize size;
  private final ExactStream bytes;

  OpenedObject(ResponseInputStream<GetObjectResponse> transfer) {
    this.transfer = transfer;
    this.size = DataSize.ofBytes(transfer.response().contentLength());
    this.bytes = new ExactStream(transfer, size.bytes());
  }

  @Override
  public DataSize size() {
    return size;
  }

  @Override
  public Optional<MediaType> contentType() {
    String stored = transfer.response().contentType();
    if (stored == null || stored.equals(NO_TYPE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MediaType.parse(stored));
    } catch (IllegalArgumentException saysNothingReadable) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream bytes() {
    return bytes;
  }

  /** Ends the connection when bytes are left: draining a large file would keep it for minutes. */
  @Override
  public void close() throws IOException {
    if (bytes.isDone()) {
      transfer.close();
    } else {
      transfer.abort();
    }
  }
}
