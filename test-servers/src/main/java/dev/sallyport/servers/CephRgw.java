package dev.sallyport.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Ceph's object gateway with the least of a cluster behind it: S3 with versions, tags, lifecycle
 * rules that expire within seconds, CORS, bucket policies and notifications.
 *
 * <p>Three processes in memory, from Debian's packages {@code radosgw ceph-mon ceph-osd
 * ceph-common}. Region {@code us-east-1}, buckets addressed by path. Ceph 16 knows none of S3's
 * newer checksums, so clients must set {@code requestChecksumCalculation} to {@code WHEN_REQUIRED};
 * a checksum in a form or header is ignored.
 *
 * @see <a href="https://docs.ceph.com/en/pacific/radosgw/s3/">Ceph Object Gateway S3 API</a>
 */
public final class CephRgw {
  private static final String SCRIPT = "ceph-rgw.sh";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ServerProcess process;
  private final RandomKeys keys;
  private final SignedCalls calls;
  private final CephNotifications notifications;

  private CephRgw(ServerProcess process, RandomKeys keys) {
    this.process = process;
    this.keys = keys;
    this.calls = new SignedCalls(process.uri(), keys);
    this.notifications = new CephNotifications(calls);
  }

  /**
   * The one server of this JVM, started by the first who asks; it ends with this JVM.
   *
   * @throws IllegalStateException if Ceph is not installed; the message names the packages
   */
  public static CephRgw shared() {
    return Shared.SERVER;
  }

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return process.uri();
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
    calls.versionedBucket(bucket);
  }

  /**
   * From now on, every object that arrives in that bucket is told to that queue in S3's own
   * message. Ceph pushes its event to this process, which hands it on.
   *
   * @param bucket one that exists; what was configured for it before is replaced
   * @param queueUrl of a queue on a server that looks at no signatures
   */
  public void notifyQueue(String bucket, URI queueUrl) {
    notifications.notifyQueue(bucket, queueUrl);
  }

  private static CephRgw start() {
    RandomKeys keys = RandomKeys.make();
    return new CephRgw(
        ServerProcess.start(
            "ceph-rgw",
            PATIENCE,
            (port, folder) ->
                List.of(
                    "/bin/sh",
                    script(folder).toString(),
                    folder.toString(),
                    Integer.toString(ServerProcess.freePort()),
                    Integer.toString(port),
                    keys.accessKey(),
                    keys.secretKey())),
        keys);
  }

  private static Path script(Path folder) {
    Path script = folder.resolve(SCRIPT);
    try (InputStream source = CephRgw.class.getResourceAsStream(SCRIPT)) {
      Files.copy(Objects.requireNonNull(source, SCRIPT), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script;
  }

  private static final class Shared {
    static final CephRgw SERVER = start();
  }
}
