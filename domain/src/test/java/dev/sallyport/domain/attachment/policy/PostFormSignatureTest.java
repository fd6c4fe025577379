package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 answers to forms that say the wrong thing about who signed them and when. */
class PostFormSignatureTest {
  private final SigningKeys keys = new SigningKeys();
  private final PostPolicyVerifier verifier = new PostPolicyVerifier(keys, Samples.REGION);

  @Test
  void formWithoutSignatureIsAnonymousAndDenied() {
    assertThat(
            answer(new PostForm("b", List.of(new PostForm.Field("key", "u/1")), Optional.of("x"))))
        .isEqualTo("403 AccessDenied Access Denied");
    assertThat(answer(new PostForm("b", List.of(), Optional.empty())))
        .isEqualTo("403 AccessDenied Access Denied");
  }

  @Test
  void missingFieldsAreNamedAsS3NamesThem() {
    assertThat(
            answer(
                SignedForms.without(
                    SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1")),
                    "x-amz-signature")))
        .isEqualTo(
            "400 InvalidArgument Bucket POST must contain a field named 'X-Amz-Signature'.  If it"
                + " is specified, please check the order of the fields.");
    assertThat(
            answer(
                SignedForms.without(
                    SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1")), "key")))
        .contains("named 'key'.");
  }

  @Test
  void policyThatIsNoneIsRefusedAfterItsSignatureHolds() {
    assertThat(answer(SignedForms.signedText("!", Map.of("key", "u/1"))))
        .isEqualTo("400 InvalidPolicyDocument Invalid Policy: invalid Base64 encoding.");
    assertThat(answer(SignedForms.signedText("e30=", Map.of("key", "u/1"))))
        .isEqualTo("400 InvalidPolicyDocument Invalid Policy: Policy missing expiration.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AKIAIOSFODNN7EXAMPLE/20261121/us-west-1/s3/aws4_request|400 InvalidArgument the region"
            + " 'us-west-1' is wrong; expecting 'us-east-1'",
        "AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/sqs/aws4_request|400 InvalidArgument incorrect"
            + " service \"sqs\". This endpoint belongs to \"s3\".",
        "AKIAIOSFODNN7EXAMPLE/20261120/us-east-1/s3/aws4_request|400 InvalidArgument Invalid"
            + " credential date \"20261120\". This date is not the same as X-Amz-Date:"
            + " \"20261121\".",
        "AKIAIOSFODNN7EXAMPLF/20261121/us-east-1/s3/aws4_request|403 InvalidAccessKeyId The AWS"
            + " Access Key Id you provided does not exist in our records.",
        "AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/s3/aws4|400 InvalidArgument the Credential is"
            + " mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
      })
  void credentialIsCheckedPartByPart(String credential, String answer) {
    List<PostForm.Field> fields =
        SignedForms.replaced(
            SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1")),
            "x-amz-credential",
            credential);
    assertThat(answer(new PostForm("b", fields, Optional.empty()))).isEqualTo(answer);
  }

  @Test
  void dateHasTheLongFormAndIsNeitherAheadNorOlderThanAWeek() {
    PostForm form = SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1"));
    List<PostForm.Field> rfc1123 =
        SignedForms.replaced(form, "x-amz-date", "Sat, 21 Nov 2026 08:00:00 GMT");
    assertThat(answer(new PostForm("b", rfc1123, Optional.empty())))
        .isEqualTo("400 InvalidArgument X-Amz-Date must be formated via ISO8601 Long format");
    assertThat(answer(form, SignedForms.NOW.minus(Duration.ofMinutes(15)))).isEqualTo("u/1");
    assertThat(answer(form, SignedForms.NOW.minus(Duration.ofMinutes(15)).minusMillis(1)))
        .startsWith("403 RequestTimeTooSkewed");
    assertThat(answer(form, SignedForms.NOW.plus(Duration.ofDays(7)).plusMillis(1)))
        .startsWith("403 RequestTimeTooSkewed");
  }

  @Test
  void sessionTokenMustBelongToTheKey() {
    SigningCredentials session =
        new SigningCredentials("ASIAEXAMPLE", "secret", Optional.of("token"));
    SigningCredentials longLived = SigningCredentials.of("ASIAEXAMPLE", "secret");
    PostForm with =
        form(new PostPolicySigner(keys).sign(Samples.post("k"), session, SignedForms.NOW));
    PostForm without =
        form(new PostPolicySigner(keys).sign(Samples.post("k"), longLived, SignedForms.NOW));
    assertThat(answer(verifier.verify(with, Samples.knows(session), SignedForms.NOW)))
        .isEqualTo("k");
    assertThat(answer(verifier.verify(with, Samples.knows(longLived), SignedForms.NOW)))
        .startsWith("400 InvalidToken");
    List<PostForm.Field> emptyToken = new ArrayList<>(without.fields());
    emptyToken.add(new PostForm.Field("x-amz-security-token", ""));
    PostForm empty = new PostForm("quarantine", emptyToken, Optional.empty());
    assertThat(answer(verifier.verify(empty, Samples.knows(longLived), SignedForms.NOW)))
        .startsWith("400 InvalidToken");
    assertThat(answer(verifier.verify(without, Samples.knows(session), SignedForms.NOW)))
        .startsWith("403 InvalidAccessKeyId");
  }

  @Test
  void acceptedFormHandsOutItsFieldsWithoutTheSecrets() {
    SigningCredentials session =
        new SigningCredentials("ASIAEXAMPLE", "secret", Optional.of("token"));
    PostForm form =
        form(new PostPolicySigner(keys).sign(Samples.post("k"), session, SignedForms.NOW));
    assertThat(verifier.verify(form, Samples.knows(session), SignedForms.NOW))
        .isInstanceOfSatisfying(
            PostVerdict.Accepted.class,
            accepted ->
                assertThat(accepted.fields().keySet())
                    .containsExactly("key", "x-amz-algorithm", "x-amz-credential", "x-amz-date"));
  }

  private static PostForm form(PresignedPost post) {
    return PostForm.of("quarantine", post.fields(), "x.png");
  }

  private PostVerdict verify(PostForm form, Instant now) {
    return verifier.verify(form, Samples.knows(Samples.AWS_EXAMPLE), now);
  }

  private String answer(PostForm form) {
    return answer(form, SignedForms.NOW);
  }

  private String answer(PostForm form, Instant now) {
    return answer(verify(form, now));
  }

  private static String answer(PostVerdict verdict) {
    return switch (verdict) {
      case PostVerdict.Accepted accepted -> accepted.key();
      case PostVerdict.Refused(S3Error error) ->
          error.httpStatus() + " " + error.code() + " " + error.message();
    };
  }
}
