package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The examples that AWS publishes to test signatures with.
 *
 * <p>POST: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html. URL:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html.
 */
class AwsPublishedExamplesTest {
  private static final String POST_SIGNATURE =
      "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e";

  // The page says that the lines end in CR LF.
  private static final String POST_POLICY =
      String.join(
          "\r\n",
          "{ \"expiration\": \"2015-12-30T12:00:00.000Z\",",
          "  \"conditions\": [",
          "    {\"bucket\": \"sigv4examplebucket\"},",
          "    [\"starts-with\", \"$key\", \"user/user1/\"],",
          "    {\"acl\": \"public-read\"},",
          "    {\"success_action_redirect\":"
              + " \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
          "    [\"starts-with\", \"$Content-Type\", \"image/\"],",
          "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
          "    {\"x-amz-server-side-encryption\": \"AES256\"},",
          "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],",
          "",
          "    {\"x-amz-credential\":"
              + " \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
          "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},",
          "    {\"x-amz-date\": \"20151229T000000Z\" }",
          "  ]",
          "}");

  private static final String POST_STRING_TO_SIGN =
      "eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6"
          + "ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7"
          + "ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBs"
          + "ZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRD"
          + "b250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7"
          + "IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0"
          + "YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMt"
          + "ZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAg"
          + "ICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9";

  private final SigningKeys keys = new SigningKeys();

  @Test
  void postPolicyHasThePublishedBase64() {
    assertThat(Base64.getEncoder().encodeToString(POST_POLICY.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(POST_STRING_TO_SIGN);
  }

  @Test
  void postPolicyHasThePublishedSignature() {
    byte[] signature =
        keys.key(Samples.AWS_EXAMPLE, LocalDate.of(2015, 12, 29), "us-east-1")
            .sign(POST_STRING_TO_SIGN.getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(signature)).isEqualTo(POST_SIGNATURE);
  }

  @Test
  void publishedFormIsAcceptedWithItsOwnSpellingOfNames() {
    SequencedMap<String, String> form = new LinkedHashMap<>();
    form.put("key", "user/user1/${filename}");
    form.put("acl", "public-read");
    form.put(
        "success_action_redirect",
        "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html");
    form.put("Content-Type", "image/jpeg");
    form.put("x-amz-meta-uuid", "14365123651274");
    form.put("x-amz-server-side-encryption", "AES256");
    form.put("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
    form.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    form.put("X-Amz-Date", "20151229T000000Z");
    form.put("x-amz-meta-tag", "");
    form.put("Policy", POST_STRING_TO_SIGN);
    form.put("X-Amz-Signature", POST_SIGNATURE);
    PostVerdict verdict =
        new PostPolicyVerifier(keys, "us-east-1")
            .verify(
                PostForm.of("sigv4examplebucket", form, "C:\\Photos\\MyPhoto.jpg"),
                Samples.knows(Samples.AWS_EXAMPLE),
                Instant.parse("2015-12-29T10:00:00Z"));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            PostVerdict.Accepted.class,
            accepted -> assertThat(accepted.key()).isEqualTo("user/user1/MyPhoto.jpg"));
  }

  @Test
  void presignedUrlHasThePublishedStringToSign() {
    Map<String, String> query =
        Map.of(
            "X-Amz-Algorithm", "AWS4-HMAC-SHA256",
            "X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request",
            "X-Amz-Date", "20130524T000000Z",
            "X-Amz-Expires", "86400",
            "X-Amz-SignedHeaders", "host");
    CanonicalRequest request =
        new CanonicalRequest(
            "GET",
            "/test.txt",
            query,
            new TreeMap<>(Map.of("host", "examplebucket.s3.amazonaws.com")),
            CanonicalRequest.UNSIGNED_PAYLOAD);
    CredentialScope scope =
        CredentialScope.s3("AKIAIOSFODNN7EXAMPLE", LocalDate.of(2013, 5, 24), "us-east-1");
    assertThat(new String(request.stringToSign("20130524T000000Z", scope), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            AWS4-HMAC-SHA256
            20130524T000000Z
            20130524/us-east-1/s3/aws4_request
            3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04\
            """);
  }

  @Test
  void presignedUrlIsThePublishedOneAndIsAccepted() {
    UrlRequest request =
        new UrlRequest(
            UrlRequest.Method.GET,
            URI.create("https://examplebucket.s3.amazonaws.com"),
            "test.txt",
            "us-east-1",
            Duration.ofDays(1),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    Instant signedAt = Instant.parse("2013-05-24T00:00:00Z");
    URI url = new UrlPresigner(keys).presign(request, Samples.AWS_EXAMPLE, signedAt);
    assertThat(url.toString())
        .isEqualTo(
            "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    PresignedRequest arrived =
        new PresignedRequest(
            "GET",
            url.getRawPath(),
            url.getRawQuery(),
            List.of(new PresignedRequest.Header("Host", "examplebucket.s3.amazonaws.com")));
    assertThat(
            new PresignedUrlVerifier(keys, "us-east-1")
                .verify(arrived, Samples.knows(Samples.AWS_EXAMPLE), signedAt.plusSeconds(86_399)))
        .isInstanceOf(PresignedVerdict.Accepted.class);
  }
}
