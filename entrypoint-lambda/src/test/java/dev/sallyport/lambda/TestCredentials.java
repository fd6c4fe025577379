package dev.sallyport.lambda;

import dev.sallyport.servers.S3ProxyServer;

/**
 * Credentials of functions that run in this JVM. The runtime has them in its variables, which a
 * test cannot set; these are the same for every test, because they run side by side.
 */
final class TestCredentials {
  private TestCredentials() {}

  /** Sets those that the store asks for; the other servers take any. */
  static void set() {
    S3ProxyServer s3 = S3ProxyServer.shared();
    System.setProperty("aws.accessKeyId", s3.accessKey());
    System.setProperty("aws.secretAccessKey", s3.secretKey());
  }
}
