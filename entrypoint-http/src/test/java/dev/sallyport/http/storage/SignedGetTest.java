package dev.sallyport.http.storage;

import static dev.sallyport.http.storage.WireFixture.pairs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.policy.UrlRequest.Method;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.ObjectVersion;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader gets by a signed URL. */
final class SignedGetTest extends WireTest {
  private static final String ETAG = "\"781e5e245d69b566979b86e28d23f2c7\"";

  @SuppressWarnings("NullAway.Init")
  private ObjectVersion object;

  @BeforeEach
  void putObject() {
    object = wire.put(Bucket.CLEAN, "k", "0123456789", "text/plain");
  }

  @Test
  void readerGetsTheObjectInASafeWay() {
    Reply reply = wire.get(wire.signGet(Bucket.CLEAN, "k"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("0123456789");
    assertThat(reply.header("Content-Type")).isEqualTo("text/plain");
    assertThat(reply.header("Content-Length")).isEqualTo("10");
    assertThat(reply.header("ETag")).isEqualTo(ETAG);
    assertThat(reply.header("x-amz-version-id")).isEqualTo(object.version().value());
    assertThat(reply.header("Last-Modified")).isEqualTo("Sat, 21 Nov 2026 10:15:00 GMT");
    assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(reply.header("Content-Disposition")).isEqualTo("attachment");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(reply.header("x-amz-checksum-sha256")).isEqualTo("none");
  }

  @Test
  void headTellsTheSameWithoutTheBytes() {
    URI url = wire.sign(Method.HEAD, StorageIdentity.READER, Bucket.CLEAN, "k", pairs(), pairs());

    Reply reply = wire.send(HttpRequest.newBuilder(url).HEAD());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Length")).isEqualTo("10");
    assertThat(reply.header("ETag")).isEqualTo(ETAG);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void keysOfAnyCharactersAreFound() {
    wire.put(Bucket.ASSETS, "a b+ü&.txt", "x", "text/plain");

    assertThat(wire.get(wire.signGet(Bucket.ASSETS, "a b+ü&.txt")).body()).isEqualTo("x");
    wire.store.deleteAll(Bucket.ASSETS, "a b+ü&.txt");
  }

  @Test
  void largeObjectArrivesWhole() {
    String large = "0123456789abcdef".repeat(20_000);
    wire.put(Bucket.CLEAN, "k", large, "text/plain");

    assertThat(wire.get(wire.signGet(Bucket.CLEAN, "k")).body()).isEqualTo(large);
    assertThat(wire.get(wire.signGet(Bucket.CLEAN, "k"), "Range", "bytes=319990-").body())
        .isEqualTo("6789abcdef");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/10",
    "bytes=4-, 206, 456789, bytes 4-9/10",
    "bytes=-3, 206, 789, bytes 7-9/10",
    "bytes=-30, 206, 0123456789, bytes 0-9/10",
    "bytes=9-100, 206, 9, bytes 9-9/10",
    "'bytes=0-1,3-4', 200, 0123456789, none",
    "bytes=4-3, 200, 0123456789, none",
    "bytes=-, 200, 0123456789, none",
    "items=0-3, 200, 0123456789, none",
    "bytes=99999999999999999999-, 200, 0123456789, none"
  })
  void rangeIsServedWhenItIsOne(String range, int status, String body, String contentRange) {
    Reply reply = wire.get(wire.signGet(Bucket.CLEAN, "k"), "Range", range);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(body);
    assertThat(reply.header("Content-Range")).isEqualTo(contentRange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
  void rangeOutsideTheObjectIsRefused(String range) {
    Reply reply = wire.get(wire.signGet(Bucket.CLEAN, "k"), "Range", range);

    assertThat(reply.error()).isEqualTo("416 InvalidRange");
    assertThat(reply.header("Content-Range")).isEqualTo("bytes */10");
  }

  @Test
  void rangeOfAnotherVersionIsNotMixedIn() {
    URI url = wire.signGet(Bucket.CLEAN, "k");

    assertThat(wire.get(url, "Range", "bytes=0-3", "If-Range", ETAG).status()).isEqualTo(206);
    assertThat(wire.get(url, "Range", "bytes=0-3", "If-Range", "\"x\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "If-None-Match, \"781e5e245d69b566979b86e28d23f2c7\", 304",
        "If-None-Match, *, 304",
        "If-None-Match, `\"x\", W/\"781e5e245d69b566979b86e28d23f2c7\"`, 304",
        "If-None-Match, \"x\", 200",
        "If-Match, \"781e5e245d69b566979b86e28d23f2c7\", 200",
        "If-Match, \"x\", 412",
        "If-Modified-Since, `Sat, 21 Nov 2026 10:15:00 GMT`, 304",
        "If-Modified-Since, `Sat, 21 Nov 2026 10:14:59 GMT`, 200",
        "If-Modified-Since, yesterday, 200",
        "If-Unmodified-Since, `Sat, 21 Nov 2026 10:14:59 GMT`, 412",
        "If-Unmodified-Since, `Sat, 21 Nov 2026 10:15:00 GMT`, 200"
      })
  void conditionsDecideWhetherItIsSent(String header, String value, int status) {
    Reply reply = wire.get(wire.signGet(Bucket.CLEAN, "k"), header, value);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().equals("0123456789")).isEqualTo(status == 200);
  }

  @Test
  void signerMayOverrideHeaders() {
    Reply reply =
        wire.get(
            wire.signGet(
                Bucket.CLEAN,
                "k",
                "response-content-type",
                "image/png",
                "response-content-disposition",
                "inline; filename=\"a b.png\"",
                "response-cache-control",
                "no-store"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("image/png");
    assertThat(reply.header("Content-Disposition")).isEqualTo("inline; filename=\"a b.png\"");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void overrideThatBreaksOutOfItsHeaderIsRefused() {
    Reply reply =
        wire.get(wire.signGet(Bucket.CLEAN, "k", "response-content-type", "a/b\r\nSet-Cookie: x"));

    assertThat(reply.error()).isEqualTo("400 InvalidArgument");
    assertThat(reply.header("Set-Cookie")).isEqualTo("none");
  }

  @Test
  void namedVersionIsServed() {
    ObjectVersion second = wire.put(Bucket.CLEAN, "k", "second", "text/plain");

    assertThat(wire.get(wire.signGet(Bucket.CLEAN, "k")).body()).isEqualTo("second");
    assertThat(
            wire.get(wire.signGet(Bucket.CLEAN, "k", "versionId", object.version().value())).body())
        .isEqualTo("0123456789");
    assertThat(second.version()).isNotEqualTo(object.version());
  }

  @Test
  void checksumIsToldToThoseWhoAsk() {
    URI url =
        wire.sign(
            Method.GET,
            StorageIdentity.READER,
            Bucket.CLEAN,
            "k",
            pairs(),
            pairs("x-amz-checksum-mode", "ENABLED"));

    assertThat(wire.get(url, "x-amz-checksum-mode", "ENABLED").header("x-amz-checksum-sha256"))
        .isEqualTo(Sha256.of("0123456789".getBytes(StandardCharsets.UTF_8)).base64());
  }

  @Test
  void whatIsNotThereIsToldToTheReader() {
    assertThat(wire.get(wire.signGet(Bucket.CLEAN, "absent")).error()).isEqualTo("404 NoSuchKey");
    for (String version : List.of("absent", "", "two words")) {
      assertThat(wire.get(wire.signGet(Bucket.CLEAN, "k", "versionId", version)).error())
          .as(version)
          .isEqualTo("404 NoSuchVersion");
    }
  }
}
