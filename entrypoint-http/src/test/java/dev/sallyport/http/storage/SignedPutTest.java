package dev.sallyport.http.storage;

import static dev.sallyport.http.storage.WireFixture.pairs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.domain.attachment.policy.UrlRequest.Method;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sanitizer may store by a signed URL. */
final class SignedPutTest extends WireTest {

  @Test
  void sanitizerPutsWithEveryDigestRight() {
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    Reply reply =
        put(
            StorageIdentity.SANITIZER,
            Bucket.CLEAN,
            body,
            "content-type",
            "text/plain",
            "content-md5",
            "XUFAKrxLKna5cZ2REBfFkg==",
            "x-amz-content-sha256",
            Sha256.of(body).hex(),
            "x-amz-checksum-sha256",
            Sha256.of(body).base64(),
            "x-amz-server-side-encryption",
            "AES256");

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.header("ETag")).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(reply.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(wire.stored(Bucket.CLEAN, "k")).isEqualTo("hello");
    assertThat(reply.header("x-amz-version-id")).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource({
    "content-md5, XUFAKrxLKna5cZ2REBfFkw==, 400 BadDigest",
    "content-md5, XUFA, 400 InvalidDigest",
    "content-md5, !, 400 InvalidDigest",
    "x-amz-content-sha256, 00000000000000000000000000000000ffffffffffffffffffffffffffffffff,"
        + " 400 XAmzContentSHA256Mismatch",
    "x-amz-checksum-sha256, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, 400 BadDigest",
    "x-amz-checksum-sha256, AAAA, 400 InvalidRequest",
    "x-amz-checksum-crc32, AAAAAA==, 501 NotImplemented",
    "x-amz-content-sha256, STREAMING-UNSIGNED-PAYLOAD-TRAILER, 501 NotImplemented",
    "content-encoding, aws-chunked, 501 NotImplemented",
    "x-amz-copy-source, quarantine/k, 501 NotImplemented",
    "x-amz-server-side-encryption, aws:kms, 501 NotImplemented",
    "x-amz-server-side-encryption, ROT13, 400 InvalidEncryptionAlgorithmError",
    "if-none-match, *, 501 NotImplemented"
  })
  void putThatBreaksItsPromisesLeavesNothing(String header, String value, String error) {
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);

    assertThat(put(StorageIdentity.SANITIZER, Bucket.ASSETS, body, header, value).error())
        .isEqualTo(error);
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void onlySanitizerPutsAndNeverToQuarantine() {
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
    for (StorageIdentity identity : StorageIdentity.values()) {
      for (Bucket bucket : Bucket.values()) {
        boolean allowed = identity == StorageIdentity.SANITIZER && bucket != Bucket.QUARANTINE;
        assertThat(put(identity, bucket, body).error())
            .as("%s to %s", identity, bucket)
            .isEqualTo(allowed ? "200 none" : "403 AccessDenied");
      }
    }
    assertThat(wire.store.find(Bucket.QUARANTINE, "k")).isEmpty();
  }

  @Test
  void putOfUnknownLengthIsRefused() {
    URI url =
        wire.sign(Method.PUT, StorageIdentity.SANITIZER, Bucket.ASSETS, "k", pairs(), pairs());
    Reply reply =
        wire.send(
            HttpRequest.newBuilder(url)
                .PUT(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("hello"))));

    assertThat(reply.error()).isEqualTo("411 MissingContentLength");
    assertThat(wire.store.find(Bucket.ASSETS, "k")).isEmpty();
  }

  @Test
  void putThatBreaksOffLeavesNothing() throws IOException {
    URI url =
        wire.sign(Method.PUT, StorageIdentity.SANITIZER, Bucket.ASSETS, "k", pairs(), pairs());
    String head =
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Length: 200000\r\n\r\n"
            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority());
    try (Socket socket = wire.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[150_000]);
      out.flush();
      Await.untilAsserted(() -> assertThat(wire.store.usage().diskBytes() > 65_536).isTrue());
    }

    Await.untilAsserted(() -> assertThat(wire.isEmpty()).isTrue());
    assertThat(wire.store.find(Bucket.ASSETS, "k")).isEmpty();
  }

  @Test
  void putOfSubResourceIsNotImplemented() {
    URI url =
        wire.sign(
            Method.PUT, StorageIdentity.SANITIZER, Bucket.ASSETS, "k", pairs("acl", ""), pairs());
    Reply reply =
        wire.send(HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofString("x")));

    assertThat(reply.error()).isEqualTo("501 NotImplemented");
  }

  private Reply put(StorageIdentity identity, Bucket bucket, byte[] body, String... headers) {
    URI url = wire.sign(Method.PUT, identity, bucket, "k", pairs(), pairs(headers));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    pairs(headers).forEach(request::header);
    return wire.send(request);
  }
}
