package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What S3 answers to presigned URLs of a wrong form, and in which words. */
class PresignedUrlVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final String SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final SigningKeys keys = new SigningKeys();
  private final PresignedUrlVerifier verifier = new PresignedUrlVerifier(keys, Samples.REGION);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "X-Amz-Expires=0|X-Amz-Expires must be at least 1 second",
        "X-Amz-Expires=-1|X-Amz-Expires must be non-negative",
        "X-Amz-Expires=604801|X-Amz-Expires must be less than a week (in seconds); that is, the"
            + " given X-Amz-Expires must be less than 604800 seconds",
        "X-Amz-Expires=99999999999999999999|X-Amz-Expires must be less than a week (in seconds);"
            + " that is, the given X-Amz-Expires must be less than 604800 seconds",
        "X-Amz-Expires=|X-Amz-Expires should be a number",
        "X-Amz-Expires=3e2|X-Amz-Expires should be a number",
        "X-Amz-Date=2026-11-21T08:00:00Z|X-Amz-Date must be in the ISO8601 Long Format"
            + " \"yyyyMMdd'T'HHmmss'Z'\"",
        "X-Amz-Date=20261321T080000Z|X-Amz-Date must be in the ISO8601 Long Format"
            + " \"yyyyMMdd'T'HHmmss'Z'\"",
        "X-Amz-Algorithm=AWS4-HMAC-SHA1|X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"",
        "X-Amz-SignedHeaders=host%3Baccept|X-Amz-SignedHeaders must be lower-case header names,"
            + " sorted and separated by semicolons",
        "X-Amz-SignedHeaders=Host|X-Amz-SignedHeaders must be lower-case header names, sorted and"
            + " separated by semicolons",
        "X-Amz-SignedHeaders=host%3Bhost|X-Amz-SignedHeaders must be lower-case header names,"
            + " sorted and separated by semicolons",
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261121%2Feu-west-1%2Fs3%2Faws4_request|Error"
            + " parsing the X-Amz-Credential parameter; the region 'eu-west-1' is wrong; expecting"
            + " 'us-east-1'",
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261121%2Fus-east-1%2Fsqs%2Faws4_request|Error"
            + " parsing the X-Amz-Credential parameter; incorrect service \"sqs\". This endpoint"
            + " belongs to \"s3\".",
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261120%2Fus-east-1%2Fs3%2Faws4_request|Invalid"
            + " credential date \"20261120\". This date is not the same as X-Amz-Date:"
            + " \"20261121\".",
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE|Error parsing the X-Amz-Credential parameter; the"
            + " Credential is mal-formed; expecting"
            + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
      })
  void parametersOfAnotherFormAreNamed(String parameter, String message) {
    PresignedRequest was = arrived(Samples.get("k"));
    String name = parameter.substring(0, parameter.indexOf('=') + 1);
    String query =
        String.join(
            "&",
            Arrays.stream(was.rawQuery().split("&"))
                .map(each -> each.startsWith(name) ? parameter : each)
                .toList());
    assertThat(answer(withQuery(was, query)))
        .isEqualTo("400 AuthorizationQueryParametersError " + message);
  }

  @Test
  void hostMustBeSigned() {
    PresignedRequest was = arrived(Samples.get("k"));
    assertThat(
            answer(
                withQuery(
                    was, was.rawQuery().replace("SignedHeaders=host", "SignedHeaders=accept"))))
        .isEqualTo(
            "403 AccessDenied There were headers present in the request which were not signed");
  }

  @Test
  void requestWithoutAnySignatureIsAnonymousAndDenied() {
    assertThat(answer(withQuery(arrived(Samples.get("k")), "")))
        .isEqualTo("403 AccessDenied Access Denied");
    assertThat(answer(withQuery(arrived(Samples.get("k")), "versionId=1")))
        .isEqualTo("403 AccessDenied Access Denied");
  }

  @Test
  void parameterInTwoSpellingsIsRefused() {
    PresignedRequest was = arrived(Samples.get("k"));
    for (String second :
        List.of("x-amz-expires=300", "X-Amz-Expires=300", "X%2DAmz-Signature=00")) {
      assertThat(answer(withQuery(was, was.rawQuery() + '&' + second)))
          .startsWith("400 AuthorizationQueryParametersError The parameter ")
          .endsWith(" may be specified only once.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%2", "%zz", "a=%ff", "a=%ed%a0%80", "&", "=x", "a=1&a=2", "a&a"})
  void queryThatCannotBeReadIsRefused(String rest) {
    PresignedRequest was = arrived(Samples.get("k"));
    assertThat(answer(withQuery(was, was.rawQuery() + '&' + rest)))
        .isEqualTo("400 InvalidURI Couldn't parse the specified URI.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "storage/clean/k", "/storage/clean/%", "/storage/clean/%f0", "/%zz"})
  void pathThatCannotBeReadIsRefused(String path) {
    PresignedRequest was = arrived(Samples.get("k"));
    assertThat(answer(new PresignedRequest("GET", path, was.rawQuery(), was.headers())))
        .isEqualTo("400 InvalidURI Couldn't parse the specified URI.");
  }

  @Test
  void longQueriesAndPathsAreNotParsed() {
    PresignedRequest was = arrived(Samples.get("k"));
    assertThat(answer(withQuery(was, was.rawQuery() + "&a=" + "x".repeat(32_768))))
        .startsWith("400 InvalidURI");
    String path = "/" + "x".repeat(8192);
    assertThat(answer(new PresignedRequest("GET", path, was.rawQuery(), was.headers())))
        .startsWith("400 InvalidURI");
  }

  @Test
  void otherSpellingsOfTheSamePathAndQueryAreTheSameRequest() {
    UrlRequest request = Samples.get("a~b c");
    PresignedRequest was = arrived(request);
    String path = was.rawPath().replace("~", "%7e").replace("clean", "cle%61n");
    List<String> parameters = new ArrayList<>(List.of(was.rawQuery().split("&")));
    PresignedRequest other =
        new PresignedRequest("GET", path, String.join("&", parameters.reversed()), was.headers());
    assertThat(answer(other)).isEqualTo("/storage/clean/a~b c");
  }

  @Test
  void pathIsNeitherNormalisedNorDecodedTwice() {
    for (String key : List.of("a//b", "a/../b", "./a", "%2e%2e/x", "a+b", "a%20b")) {
      assertThat(answer(arrived(Samples.get(key)))).isEqualTo("/storage/clean/" + key);
    }
    PresignedRequest was = arrived(Samples.get("a/b"));
    assertThat(
            answer(
                new PresignedRequest(
                    "GET", "/storage/clean/x/../a/b", was.rawQuery(), was.headers())))
        .startsWith("403 SignatureDoesNotMatch");
  }

  @Test
  void headerValuesAreTrimmedAndFoldedAndSeveralOfOneNameJoined() {
    UrlRequest request = withHeaders(Map.of("x-amz-meta-a", "one, two"));
    PresignedRequest was = arrived(request);
    List<PresignedRequest.Header> folded =
        List.of(
            was.headers().getFirst(),
            new PresignedRequest.Header("X-Amz-Meta-A", " \tone, \t two "));
    assertThat(answer(withHeaders(was, folded))).isEqualTo("/storage/clean/k");
    UrlRequest twice = withHeaders(Map.of("x-amz-meta-a", "one,two"));
    List<PresignedRequest.Header> two =
        List.of(
            was.headers().getFirst(),
            new PresignedRequest.Header("x-amz-meta-a", "one"),
            new PresignedRequest.Header("x-amz-meta-a", "two"));
    assertThat(answer(withHeaders(arrived(twice), two))).isEqualTo("/storage/clean/k");
  }

  @Test
  void secondAuthenticationIsRefused() {
    PresignedRequest was = arrived(Samples.get("k"));
    List<PresignedRequest.Header> headers = new ArrayList<>(was.headers());
    headers.add(new PresignedRequest.Header("Authorization", "Bearer x"));
    assertThat(answer(withHeaders(was, headers)))
        .startsWith("400 InvalidArgument Only one auth mechanism allowed");
  }

  @Test
  void lineBreaksInHeadersAndStrangeMethodsAreRefused() {
    PresignedRequest was = arrived(Samples.get("k"));
    List<PresignedRequest.Header> headers = new ArrayList<>(was.headers());
    headers.add(new PresignedRequest.Header("accept", "x\nhost:y"));
    assertThat(answer(withHeaders(was, headers))).startsWith("400 InvalidRequest");
    for (String method : List.of("", "get", "GET\n", "G T", "X".repeat(17))) {
      assertThat(answer(new PresignedRequest(method, was.rawPath(), was.rawQuery(), was.headers())))
          .startsWith("405 MethodNotAllowed");
    }
  }

  @Test
  void signedPayloadDigestIsHandedOut() {
    PresignedRequest digest = arrived(withHeaders(Map.of("x-amz-content-sha256", SHA256)));
    assertThat(accepted(digest).contentSha256()).hasValue(SHA256);
    PresignedRequest none =
        arrived(withHeaders(Map.of("x-amz-content-sha256", "UNSIGNED-PAYLOAD")));
    assertThat(accepted(none).contentSha256()).isEmpty();
    PresignedRequest chunked =
        arrived(withHeaders(Map.of("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")));
    assertThat(answer(chunked))
        .isEqualTo(
            "400 InvalidArgument x-amz-content-sha256 must be UNSIGNED-PAYLOAD, or a valid sha256"
                + " value.");
  }

  // As the SDK for JavaScript writes its URLs.
  @Test
  void payloadDigestInTheQueryIsPartOfTheSignature() {
    assertThat(accepted(signedOverHost("host", "UNSIGNED-PAYLOAD")).contentSha256()).isEmpty();
    PresignedVerdict.Accepted digest = accepted(signedOverHost("host", SHA256));
    assertThat(digest.contentSha256()).hasValue(SHA256);
    assertThat(digest.parameters()).containsOnly(Map.entry("x-id", "PutObject"));
  }

  @Test
  void headerThatIsSaidToBeSignedMustBeThere() {
    assertThat(answer(signedOverHost("host", "UNSIGNED-PAYLOAD"))).isEqualTo("/clean/k");
    assertThat(answer(signedOverHost("host;range", "UNSIGNED-PAYLOAD")))
        .startsWith("403 SignatureDoesNotMatch");
  }

  @Test
  void urlLivesForItsWholeWeekAndNoLonger() {
    UrlRequest week =
        new UrlRequest(
            UrlRequest.Method.GET,
            Samples.BUCKET_URL,
            "k",
            Samples.REGION,
            Duration.ofDays(7),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    PresignedRequest arrived = arrived(week);
    CredentialLookup lookup = Samples.knows(Samples.AWS_EXAMPLE);
    assertThat(
            answer(verifier.verify(arrived, lookup, NOW.plus(Duration.ofDays(7)).minusMillis(1))))
        .isEqualTo("/storage/quarantine/k");
    assertThat(answer(verifier.verify(arrived, lookup, NOW.plus(Duration.ofDays(7)))))
        .isEqualTo("403 AccessDenied Request has expired");
    assertThat(answer(verifier.verify(arrived, lookup, NOW.minus(Duration.ofMinutes(15)))))
        .isEqualTo("/storage/quarantine/k");
  }

  private PresignedRequest signedOverHost(String statedHeaders, String payload) {
    Map<String, String> query = new TreeMap<>();
    query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    query.put("X-Amz-Content-Sha256", payload);
    query.put("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/s3/aws4_request");
    query.put("X-Amz-Date", "20261121T080000Z");
    query.put("X-Amz-Expires", "300");
    query.put("X-Amz-SignedHeaders", statedHeaders);
    query.put("x-id", "PutObject");
    CanonicalRequest request =
        new CanonicalRequest("PUT", "/clean/k", query, new TreeMap<>(Map.of("host", "h")), payload);
    CredentialScope scope =
        CredentialScope.s3("AKIAIOSFODNN7EXAMPLE", AmzDate.dayOf(NOW), Samples.REGION);
    byte[] signature =
        keys.key(Samples.AWS_EXAMPLE, AmzDate.dayOf(NOW), Samples.REGION)
            .sign(request.stringToSign("20261121T080000Z", scope));
    return new PresignedRequest(
        "PUT",
        "/clean/k",
        request.queryText() + "&X-Amz-Signature=" + HexFormat.of().formatHex(signature),
        List.of(new PresignedRequest.Header("host", "h")));
  }

  private static UrlRequest withHeaders(Map<String, String> headers) {
    UrlRequest plain = Samples.get("k");
    return new UrlRequest(
        plain.method(),
        plain.bucketUrl(),
        plain.key(),
        plain.region(),
        plain.life(),
        plain.query(),
        new LinkedHashMap<>(headers));
  }

  private PresignedRequest arrived(UrlRequest request) {
    URI url = new UrlPresigner(keys).presign(request, Samples.AWS_EXAMPLE, NOW);
    List<PresignedRequest.Header> headers = new ArrayList<>();
    headers.add(new PresignedRequest.Header("Host", url.getRawAuthority()));
    request
        .headers()
        .forEach((name, value) -> headers.add(new PresignedRequest.Header(name, value)));
    return new PresignedRequest(
        request.method().name(), url.getRawPath(), url.getRawQuery(), headers);
  }

  private static PresignedRequest withQuery(PresignedRequest was, String rawQuery) {
    return new PresignedRequest(was.method(), was.rawPath(), rawQuery, was.headers());
  }

  private static PresignedRequest withHeaders(
      PresignedRequest was, List<PresignedRequest.Header> headers) {
    return new PresignedRequest(was.method(), was.rawPath(), was.rawQuery(), headers);
  }

  private PresignedVerdict.Accepted accepted(PresignedRequest request) {
    return switch (verifier.verify(request, Samples.knows(Samples.AWS_EXAMPLE), NOW)) {
      case PresignedVerdict.Accepted accepted -> accepted;
      case PresignedVerdict.Refused(S3Error error) -> throw new AssertionError(error.toString());
    };
  }

  private String answer(PresignedRequest request) {
    return answer(verifier.verify(request, Samples.knows(Samples.AWS_EXAMPLE), NOW));
  }

  private static String answer(PresignedVerdict verdict) {
    return switch (verdict) {
      case PresignedVerdict.Accepted accepted -> accepted.path();
      case PresignedVerdict.Refused(S3Error error) ->
          error.httpStatus() + " " + error.code() + " " + error.message();
    };
  }
}
