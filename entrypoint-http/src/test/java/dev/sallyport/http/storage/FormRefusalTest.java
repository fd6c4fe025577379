package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.http.storage.WireFixture.Terms;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before the first byte of a file is taken. */
final class FormRefusalTest extends WireTest {

  static List<Tampering> tamperings() {
    List<Tampering> all = new ArrayList<>();
    all.add(
        new Tampering(
            "signature changed",
            "403 SignatureDoesNotMatch",
            f ->
                f.computeIfPresent(
                    "x-amz-signature",
                    (_, v) -> (v.charAt(0) == '0' ? "1" : "0") + v.substring(1))));
    all.add(
        new Tampering(
            "signature empty", "403 SignatureDoesNotMatch", f -> f.put("x-amz-signature", "")));
    all.add(
        new Tampering(
            "policy changed",
            "403 SignatureDoesNotMatch",
            f -> f.computeIfPresent("policy", (_, v) -> v.substring(0, v.length() - 4))));
    all.add(new Tampering("key changed", "403 AccessDenied", f -> f.put("key", "attachments/j")));
    all.add(
        new Tampering("type changed", "403 AccessDenied", f -> f.put("Content-Type", "text/html")));
    all.add(new Tampering("type removed", "403 AccessDenied", f -> f.remove("Content-Type")));
    all.add(
        new Tampering(
            "encryption changed",
            "403 AccessDenied",
            f -> f.put("x-amz-server-side-encryption", "aws:kms")));
    all.add(
        new Tampering(
            "encryption removed",
            "403 AccessDenied",
            f -> f.remove("x-amz-server-side-encryption")));
    all.add(
        new Tampering(
            "date changed", "403 AccessDenied", f -> f.put("x-amz-date", "20261121T101501Z")));
    all.add(
        new Tampering("date malformed", "400 InvalidArgument", f -> f.put("x-amz-date", "now")));
    all.add(
        new Tampering(
            "other day", "400 InvalidArgument", f -> f.put("x-amz-date", "20261120T101500Z")));
    all.add(
        new Tampering(
            "algorithm changed",
            "400 InvalidArgument",
            f -> f.put("x-amz-algorithm", "AWS4-HMAC-SHA1")));
    all.add(
        new Tampering(
            "unknown access key",
            "403 InvalidAccessKeyId",
            f ->
                f.computeIfPresent(
                    "x-amz-credential", (_, v) -> "NOBODY" + v.substring(v.indexOf('/')))));
    all.add(
        new Tampering(
            "other region",
            "400 InvalidArgument",
            f ->
                f.computeIfPresent(
                    "x-amz-credential", (_, v) -> v.replace("us-east-1", "eu-west-1"))));
    all.add(new Tampering("extra field", "403 AccessDenied", f -> f.put("x-amz-meta-a", "b")));
    all.add(
        new Tampering(
            "unsigned redirect",
            "403 AccessDenied",
            f -> f.put("success_action_redirect", "https://evil.example")));
    all.add(
        new Tampering(
            "bucket field of another bucket", "403 AccessDenied", f -> f.put("bucket", "clean")));
    all.add(
        new Tampering(
            "session token added", "400 InvalidToken", f -> f.put("x-amz-security-token", "x")));
    for (String name :
        List.of(
            "key",
            "policy",
            "x-amz-algorithm",
            "x-amz-credential",
            "x-amz-date",
            "x-amz-signature")) {
      all.add(new Tampering(name + " removed", "400 InvalidArgument", f -> f.remove(name)));
    }
    all.add(
        new Tampering(
            "nothing but a key",
            "403 AccessDenied",
            f -> f.keySet().removeIf(name -> !name.equals("key"))));
    return all;
  }

  record Tampering(String name, String error, Consumer<SequencedMap<String, String>> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void tamperedFormIsRefusedAndLeavesNothing(Tampering tampering) {
    SequencedMap<String, String> signed =
        wire.fields(Terms.plain().type("image/png").encrypted(new Encryption.Aes256()));
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    signed.forEach((name, value) -> fields.put(lowerAmz(name), value));
    tampering.change().accept(fields);

    Reply reply = wire.post(fields, HELLO);

    assertThat(reply.error()).isEqualTo(tampering.error());
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void duplicateFieldIsRefused() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());
    FormBody body = new FormBody().fields(fields).field("KEY", "other").file(HELLO).end();

    assertThat(wire.post("/storage/quarantine", body).error()).isEqualTo("400 InvalidArgument");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void fieldAfterTheFileCannotMakeAFormWhole() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());
    String key = String.valueOf(fields.remove("key"));
    FormBody body = new FormBody().fields(fields).file(HELLO).field("key", key).end();

    assertThat(wire.post("/storage/quarantine", body).error()).isEqualTo("400 InvalidArgument");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void expiredFormIsRefused() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());
    wire.clock.set(WireFixture.NOW.plus(Duration.ofMinutes(5)));

    assertThat(wire.post(fields, HELLO).error()).isEqualTo("403 AccessDenied");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void formForOneBucketIsRefusedByAnother() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());

    for (String bucket : List.of("clean", "assets", "nowhere", "%71uarantine")) {
      Reply reply =
          wire.post("/storage/" + bucket, new FormBody().fields(fields).file(HELLO).end());
      assertThat(reply.error()).as(bucket).isEqualTo("403 AccessDenied");
    }
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void onlyUploaderPostsAndOnlyToQuarantine() {
    for (StorageIdentity identity : StorageIdentity.values()) {
      for (Bucket bucket : Bucket.values()) {
        Terms terms = Terms.plain().by(identity).to(bucket.bucketName());
        Reply reply =
            wire.post(
                "/storage/" + bucket.bucketName(),
                new FormBody().fields(wire.fields(terms)).file(HELLO).end());
        boolean allowed = identity == StorageIdentity.UPLOADER && bucket == Bucket.QUARANTINE;
        assertThat(reply.error())
            .as("%s to %s", identity, bucket)
            .isEqualTo(allowed ? "204 none" : "403 AccessDenied");
      }
    }
    assertThat(wire.store.usage().versions()).isEqualTo(1);
  }

  @Test
  void bucketThatIsNotThereIsToldOnlyToASigner() {
    SequencedMap<String, String> signed = wire.fields(Terms.plain().to("nowhere"));

    assertThat(post("/storage/nowhere", signed).error()).isEqualTo("404 NoSuchBucket");
    assertThat(post("/storage/nowhere", new LinkedHashMap<>(Map.of("key", "x"))).error())
        .isEqualTo("403 AccessDenied");
  }

  @Test
  void errorsQuoteStrangersAsText() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());
    fields.put("x-<script>&'", "v");

    Reply reply = wire.post(fields, HELLO);

    assertThat(reply.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Content-Security-Policy")).contains("sandbox");
  }

  private Reply post(String path, SequencedMap<String, String> fields) {
    return wire.post(path, new FormBody().fields(fields).file(HELLO).end());
  }

  private static String lowerAmz(String name) {
    return name.startsWith("X-Amz") ? name.toLowerCase(Locale.ROOT) : name;
  }
}
