package dev.sallyport.aws.storage;

import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.S3ProxyServer;

/** The buckets that tests on S3Proxy share; their keys keep them apart. */
final class S3ProxyBuckets {
  static final TestBuckets VERSIONED = on(ObjectPinning.VERSION_ID);
  static final TestBuckets UNVERSIONED = on(ObjectPinning.ETAG);

  private S3ProxyBuckets() {}

  static TestBuckets on(ObjectPinning pinning) {
    S3ProxyServer server = S3ProxyServer.shared();
    return new TestBuckets(
        server.uri(), SigningCredentials.of(server.accessKey(), server.secretKey()), pinning);
  }
}
