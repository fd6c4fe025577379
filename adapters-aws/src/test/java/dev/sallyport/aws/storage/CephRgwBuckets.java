package dev.sallyport.aws.storage;

import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.CephRgw;

/** The buckets that tests on Ceph's gateway share; their keys keep them apart. */
final class CephRgwBuckets {
  static final TestBuckets VERSIONED = open();

  private CephRgwBuckets() {}

  private static TestBuckets open() {
    CephRgw server = CephRgw.shared();
    return new TestBuckets(
        server.uri(),
        SigningCredentials.of(server.accessKey(), server.secretKey()),
        ObjectPinning.VERSION_ID);
  }
}
