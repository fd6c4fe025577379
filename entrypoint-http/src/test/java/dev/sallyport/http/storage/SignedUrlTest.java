package dev.sallyport.http.storage;

import static dev.sallyport.http.storage.WireFixture.pairs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import dev.sallyport.domain.attachment.policy.UrlRequest.Method;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for what, and what everybody else hears. */
final class SignedUrlTest extends WireTest {
  @BeforeEach
  void putObject() {
    wire.put(Bucket.CLEAN, "k", "0123456789", "text/plain");
  }

  @Test
  void everyChangeOfASignedUrlIsRefused() {
    String url = wire.signGet(Bucket.CLEAN, "k", "response-content-type", "text/plain").toString();
    List<String> changed =
        new ArrayList<>(
            List.of(
                url.replace("/clean/k", "/clean/j"),
                url.replace("/clean/", "/assets/"),
                url.replace("text%2Fplain", "text%2Fhtml"),
                url.replace("X-Amz-Expires=300", "X-Amz-Expires=301"),
                url.replace("20261121T101500Z", "20261121T101501Z"),
                url + "&response-content-language=en",
                url + "&versionId=x",
                url.replace("response-content-type=text%2Fplain&", "")));
    char last = url.charAt(url.length() - 1);
    changed.add(url.substring(0, url.length() - 1) + (last == '0' ? '1' : '0'));
    assertThat(wire.get(URI.create(url)).status()).isEqualTo(200);
    for (String tampered : changed) {
      assertThat(tampered).isNotEqualTo(url);
      assertThat(wire.get(URI.create(tampered)).error())
          .as(tampered)
          .isEqualTo("403 SignatureDoesNotMatch");
    }
  }

  @Test
  void expiredAndFutureUrlsAreRefused() {
    URI url = wire.signGet(Bucket.CLEAN, "k");

    wire.clock.set(WireFixture.NOW.plus(Duration.ofMinutes(5)));
    assertThat(wire.get(url).error()).isEqualTo("403 AccessDenied");
    wire.clock.set(WireFixture.NOW.minus(Duration.ofMinutes(16)));
    assertThat(wire.get(url).error()).isEqualTo("403 AccessDenied");
  }

  @Test
  void urlOfOneMethodIsRefusedForAnother() {
    URI url = wire.signGet(Bucket.CLEAN, "k");

    assertThat(wire.send(HttpRequest.newBuilder(url).HEAD()).status()).isEqualTo(403);
    assertThat(wire.send(HttpRequest.newBuilder(url).DELETE()).error())
        .isEqualTo("403 SignatureDoesNotMatch");
  }

  @Test
  void unsignedAmzHeaderIsRefused() {
    Reply reply = wire.get(wire.signGet(Bucket.CLEAN, "k"), "x-amz-checksum-mode", "ENABLED");

    assertThat(reply.error()).isEqualTo("403 AccessDenied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acl", "tagging", "uploads", "torrent", "partNumber"})
  void subResourcesAreNotImplemented(String name) {
    assertThat(wire.get(wire.signGet(Bucket.CLEAN, "k", name, "")).error())
        .isEqualTo("501 NotImplemented");
  }

  @Test
  void everyIdentityMayReadOnlyItsBuckets() {
    for (Bucket bucket : Bucket.values()) {
      wire.put(bucket, "k", "secret", "text/plain");
      for (StorageIdentity identity : StorageIdentity.values()) {
        boolean allowed =
            switch (identity) {
              case UPLOADER -> false;
              case SANITIZER -> bucket == Bucket.QUARANTINE;
              case READER -> bucket != Bucket.QUARANTINE;
            };
        for (String key : List.of("k", "absent")) {
          String error =
              allowed ? key.equals("k") ? "200 none" : "404 NoSuchKey" : "403 AccessDenied";
          URI get = wire.sign(Method.GET, identity, bucket, key, pairs(), pairs());
          URI head = wire.sign(Method.HEAD, identity, bucket, key, pairs(), pairs());
          assertThat(wire.get(get).error())
              .as("%s reads %s of %s", identity, key, bucket)
              .isEqualTo(error);
          assertThat(wire.send(HttpRequest.newBuilder(head).HEAD()).status())
              .as("%s heads %s of %s", identity, key, bucket)
              .isEqualTo(Integer.parseInt(error.substring(0, 3)));
        }
      }
    }
  }

  @Test
  void strangersLearnNothing() {
    for (Bucket bucket : Bucket.values()) {
      wire.put(bucket, "k", "secret", "text/plain");
    }
    for (String path :
        List.of(
            "quarantine/k",
            "quarantine/absent",
            "clean/k",
            "clean/absent",
            "assets/k",
            "nowhere/k",
            "quarantine",
            "clean/",
            "nowhere",
            "")) {
      URI url = wire.config.publicUrl().resolve("/storage/" + path);
      for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACK")) {
        Reply reply =
            wire.send(
                HttpRequest.newBuilder(url).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(reply.status()).as("%s %s", method, path).isEqualTo(403);
        assertThat(method.equals("HEAD") ? "AccessDenied" : reply.error().substring(4))
            .as("%s %s", method, path)
            .isEqualTo("AccessDenied");
      }
    }
  }

  @Test
  void bucketsCannotBeListed() {
    for (StorageIdentity identity : StorageIdentity.values()) {
      for (String path : List.of("clean", "clean/", "quarantine")) {
        URI url =
            new UrlPresigner(new SigningKeys())
                .presign(
                    new UrlRequest(
                        Method.GET,
                        wire.config.publicUrl().resolve("/storage"),
                        path,
                        InMemoryStorageConfig.REGION,
                        Duration.ofMinutes(5),
                        pairs("list-type", "2"),
                        pairs()),
                    wire.keys.of(identity),
                    wire.clock.instant());
        assertThat(wire.get(url).error())
            .as("%s lists %s", identity, path)
            .isEqualTo("403 AccessDenied");
      }
    }
  }

  @Test
  void pagesOfOtherOriginsReadOnlyWhenTheyAreListed() {
    URI url = wire.signGet(Bucket.CLEAN, "k");

    Reply listed = wire.get(url, "Origin", WireFixture.ORIGIN);
    Reply other = wire.get(url, "Origin", "https://evil.example");

    assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo(WireFixture.ORIGIN);
    assertThat(listed.header("Access-Control-Expose-Headers")).isEqualTo("ETag, x-amz-version-id");
    assertThat(other.header("Access-Control-Allow-Origin")).isEqualTo("none");
    assertThat(other.header("Vary")).isEqualTo("Origin");
    Reply refused =
        wire.get(wire.config.publicUrl().resolve("/storage/clean/k"), "Origin", WireFixture.ORIGIN);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(WireFixture.ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "https://portal.example.com, POST, 200 none",
    "https://portal.example.com, GET, 200 none",
    "https://portal.example.com, PUT, 403 AccessForbidden",
    "https://portal.example.com, DELETE, 403 AccessForbidden",
    "https://evil.example, POST, 403 AccessForbidden",
    "null, POST, 403 AccessForbidden"
  })
  void preflightIsAnsweredForListedOrigins(String origin, String method, String answer) {
    Reply reply =
        wire.send(
            HttpRequest.newBuilder(wire.config.publicUrl().resolve("/storage/quarantine"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method));

    assertThat(reply.error()).isEqualTo(answer);
    assertThat(reply.header("Access-Control-Allow-Methods"))
        .isEqualTo(answer.startsWith("200") ? "GET, HEAD, POST" : "none");
  }
}
