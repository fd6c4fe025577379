package dev.sallyport.servers;

import java.net.URI;
import java.time.Clock;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3Proxy in this process over a store in memory: S3 that verifies signatures and enforces the
 * policies of presigned forms.
 *
 * <p>Buckets are addressed by path, any region is right. It has no tagging, lifecycle, CORS
 * configuration or bucket policy. It notifies of new objects through {@link #notifyQueue}, since
 * S3Proxy itself has no such configuration.
 *
 * @see <a href="https://github.com/gaul/s3proxy">S3Proxy</a>
 */
public final class S3ProxyServer {
  private final URI uri;
  private final RandomKeys keys;

  private final QueueNotifications notifications;

  private S3ProxyServer(URI uri, RandomKeys keys, QueueNotifications notifications) {
    this.notifications = notifications;
    this.uri = uri;
    this.keys = keys;
  }

  /** The one server of this JVM, started by the first who asks; it ends with this JVM. */
  public static S3ProxyServer shared() {
    return Shared.SERVER;
  }

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return uri;
  }

  /** Another one in each JVM. */
  public String accessKey() {
    return keys.accessKey();
  }

  /** Another one in each JVM. */
  public String secretKey() {
    return keys.secretKey();
  }

  /** Makes a bucket that keeps versions. */
  public void versionedBucket(String bucket) {
    new SignedCalls(uri, keys).versionedBucket(bucket);
  }

  /**
   * From now on, every object that is put, posted, copied or assembled in that bucket is told to
   * that queue in S3's own message, once and perhaps later than the answer to the upload.
   *
   * @param bucket one that exists
   * @param queueUrl of a queue on a server that looks at no signatures; another call replaces it
   */
  public void notifyQueue(String bucket, URI queueUrl) {
    notifications.notifyQueue(bucket, queueUrl);
  }

  @SuppressWarnings("resource") // the store lives as long as this JVM
  private static S3ProxyServer start() {
    RandomKeys keys = RandomKeys.make();
    QueueNotifications notifications = new QueueNotifications();
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(
                new NotifyingBlobStore(
                    new TransientNio2BlobStore(), notifications, Clock.systemUTC()))
            .awsAuthentication(AuthenticationType.AWS_V4, keys.accessKey(), keys.secretKey())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    try {
      server.start();
    } catch (Exception e) { // as S3Proxy declares it
      throw new IllegalStateException("S3Proxy did not start", e);
    }
    return new S3ProxyServer(
        URI.create("http://127.0.0.1:" + server.getPort()), keys, notifications);
  }

  private static final class Shared {
    static final S3ProxyServer SERVER = start();
  }
}
