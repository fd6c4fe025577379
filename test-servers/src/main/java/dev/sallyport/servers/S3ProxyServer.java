package dev.sallyport.servers;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3Proxy in this process over a store in memory: S3 that verifies signatures and enforces the
 * policies of presigned forms.
 *
 * <p>Buckets are addressed by path, any region is right. It has no tagging, lifecycle, CORS
 * configuration, bucket policy or notifications.
 *
 * @see <a href="https://github.com/gaul/s3proxy">S3Proxy</a>
 */
public final class S3ProxyServer {
  private final URI uri;
  private final String accessKey;
  private final String secretKey;

  private S3ProxyServer(URI uri, String accessKey, String secretKey) {
    this.uri = uri;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
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
    return accessKey;
  }

  /** Another one in each JVM. */
  public String secretKey() {
    return secretKey;
  }

  @SuppressWarnings("resource") // the store lives as long as this JVM
  private static S3ProxyServer start() {
    String accessKey = "AK" + random(9).toUpperCase(java.util.Locale.ROOT);
    String secretKey = random(20);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    try {
      server.start();
    } catch (Exception e) { // as S3Proxy declares it
      throw new IllegalStateException("S3Proxy did not start", e);
    }
    return new S3ProxyServer(
        URI.create("http://127.0.0.1:" + server.getPort()), accessKey, secretKey);
  }

  private static String random(int bytes) {
    byte[] made = new byte[bytes];
    new SecureRandom().nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  private static final class Shared {
    static final S3ProxyServer SERVER = start();
  }
}
