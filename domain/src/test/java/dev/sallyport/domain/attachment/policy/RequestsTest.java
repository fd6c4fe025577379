package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class RequestsTest {
  @Test
  void formOfOneRequestHasExactlyTheseFieldsAndThisPolicy() {
    PostRequest request =
        new PostRequest(
            "quarantine",
            "attachments/1",
            "us-east-1",
            Samples.BUCKET_URL,
            Duration.ofMinutes(5),
            12,
            12,
            Optional.of("image/png"),
            Optional.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            new Encryption.Kms("key-1"),
            ordered("success_action_status", "201"));
    SigningCredentials session = new SigningCredentials("AK", "s", Optional.of("token"));
    PresignedPost post =
        new PostPolicySigner(new SigningKeys()).sign(request, session, Samples.NOW);
    assertThat(post.fields().keySet())
        .containsExactly(
            "key",
            "Content-Type",
            "x-amz-checksum-algorithm",
            "x-amz-checksum-sha256",
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-aws-kms-key-id",
            "success_action_status",
            "x-amz-algorithm",
            "x-amz-credential",
            "x-amz-date",
            "x-amz-security-token",
            "policy",
            "x-amz-signature");
    assertThat(post.expiresAt()).isEqualTo("2026-11-21T08:05:00.250Z");
    String policy =
        new String(Base64.getDecoder().decode(post.fields().get("policy")), StandardCharsets.UTF_8);
    assertThat(policy)
        .isEqualTo(
            "{\"expiration\":\"2026-11-21T08:05:00.250Z\",\"conditions\":[{\"bucket\":\"quarantine\"},"
                + "{\"key\":\"attachments/1\"},{\"Content-Type\":\"image/png\"},"
                + "{\"x-amz-checksum-algorithm\":\"SHA256\"},"
                + "{\"x-amz-checksum-sha256\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"},"
                + "{\"x-amz-server-side-encryption\":\"aws:kms\"},"
                + "{\"x-amz-server-side-encryption-aws-kms-key-id\":\"key-1\"},"
                + "{\"success_action_status\":\"201\"},{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"},"
                + "{\"x-amz-credential\":\"AK/20261121/us-east-1/s3/aws4_request\"},"
                + "{\"x-amz-date\":\"20261121T080000Z\"},{\"x-amz-security-token\":\"token\"},"
                + "[\"content-length-range\",12,12]]}");
  }

  @Test
  void postRequestRefusesWhatWouldLetTheClientChoose() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.post(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.post("u/${filename}"));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.post("a\nb"));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.post("\ud83d"));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.post("x".repeat(1025)));
    for (String name :
        List.of("Key", "bucket", "POLICY", "file", "X-Amz-Date", "content-type", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> extra(ordered(name, "x")));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> extra(ordered("acl", "${filename}")));
    assertThatIllegalArgumentException().isThrownBy(() -> extra(ordered("acl", "a", "ACL", "b")));
  }

  @Test
  void urlRequestRefusesWhatCannotBeSigned() {
    for (String url :
        List.of(
            "ftp://h/b",
            "http:b",
            "/b",
            "http://h/b/",
            "http://u@h/b",
            "http://h/b?q",
            "http://h/b#f")) {
      assertThatIllegalArgumentException()
          .as(url)
          .isThrownBy(() -> url(url, Duration.ofMinutes(1), Map.of(), Map.of()));
    }
    for (Duration life :
        List.of(Duration.ZERO, Duration.ofMillis(1500), Duration.ofSeconds(604_801))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> url("http://h", life, Map.of(), Map.of()));
    }
    for (String parameter : List.of("X-Amz-Expires", "x-amz-signature")) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> url("http://h", Duration.ofMinutes(1), Map.of(parameter, "1"), Map.of()));
    }
    for (String header : List.of("Host", "host", "X-A", "a:b", "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> url("http://h", Duration.ofMinutes(1), Map.of(), Map.of(header, "1")));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> url("http://h", Duration.ofMinutes(1), Map.of(), Map.of("a", "1\r\nb: 2")));
  }

  @Test
  void schemesOwnPortIsNotPartOfTheSignedHost() {
    URI url =
        new UrlPresigner(new SigningKeys())
            .presign(
                url("https://H.example:443", Duration.ofMinutes(1), Map.of(), Map.of()),
                Samples.AWS_EXAMPLE,
                Samples.NOW);
    assertThat(url.getRawAuthority()).isEqualTo("h.example");
  }

  @Test
  void datesOfBothFormsAreReadAndWritten() {
    Instant instant = Instant.parse("2000-02-29T23:59:58.987Z");
    assertThat(AmzDate.format(instant)).isEqualTo("20000229T235958Z");
    assertThat(AmzDate.parse("20000229T235958Z")).hasValue(Instant.parse("2000-02-29T23:59:58Z"));
    assertThat(AmzDate.dayOf(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo("1969-12-31");
    StringBuilder text = new StringBuilder();
    AmzDate.appendPolicyForm(text, instant);
    assertThat(AmzDate.parsePolicyForm(text.toString())).hasValue(instant);
  }

  @Test
  void policiesAndErrorsAreValidated() {
    List<PolicyCondition> one = List.of(new PolicyCondition.Exact("a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PostPolicy(Instant.MAX, one));
    assertThatIllegalArgumentException().isThrownBy(() -> new PostPolicy(Samples.NOW, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyCondition.ContentLengthRange(2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyCondition.ContentLengthRange(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PolicyCondition.StartsWith("", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new S3Error("X", 200, "x"));
    List<PolicyCondition> half = List.of(new PolicyCondition.Exact("a", "\udc00"));
    PostPolicy unwritable = new PostPolicy(Samples.NOW, half);
    assertThatThrownBy(unwritable::toJson).isInstanceOf(IllegalArgumentException.class);
  }

  private static PostRequest extra(SequencedMap<String, String> fields) {
    PostRequest plain = Samples.post("k");
    return new PostRequest(
        plain.bucket(),
        plain.key(),
        plain.region(),
        plain.url(),
        plain.life(),
        plain.minBytes(),
        plain.maxBytes(),
        plain.contentType(),
        plain.sha256(),
        plain.encryption(),
        fields);
  }

  private static UrlRequest url(
      String url, Duration life, Map<String, String> query, Map<String, String> headers) {
    return new UrlRequest(
        UrlRequest.Method.GET,
        URI.create(url),
        "k",
        Samples.REGION,
        life,
        new LinkedHashMap<>(query),
        new LinkedHashMap<>(headers));
  }

  private static SequencedMap<String, String> ordered(String... namesAndValues) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    List<String> list = Arrays.asList(namesAndValues);
    for (int i = 0; i < list.size(); i += 2) {
      map.put(list.get(i), list.get(i + 1));
    }
    return map;
  }
}
