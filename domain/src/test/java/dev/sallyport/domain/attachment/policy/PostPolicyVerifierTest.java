package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 answers to forms whose signature holds but whose policy, fields or key do not. */
class PostPolicyVerifierTest {
  private final PostPolicyVerifier verifier =
      new PostPolicyVerifier(new SigningKeys(), Samples.REGION);

  @Test
  void failedConditionsAreQuotedAsThePolicySpellsThem() {
    assertThat(
            answer(
                SignedForms.signed(
                    SignedForms.SIGNED + ",{\"ACL\":\"private\"}",
                    Map.of("key", "u/1", "acl", "public"))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy Condition failed: [\"eq\","
                + " \"$ACL\", \"private\"]");
    assertThat(answer(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "v/1"))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy Condition failed:"
                + " [\"starts-with\", \"$key\", \"u/\"]");
    String quoted =
        SignedForms.SIGNED + ",[\"eq\",\"$Content-Disposition\",\"filename=\\\"test.png\\\"\"]";
    assertThat(
            answer(
                SignedForms.signed(quoted, Map.of("key", "u/1", "content-disposition", "inline"))))
        .endsWith("[\"eq\", \"$Content-Disposition\", \"filename=\\\"test.png\\\"\"]");
  }

  @Test
  void conditionOnAnAbsentFieldFailsEvenWhenAnyValueWouldPass() {
    assertThat(
            answer(
                SignedForms.signed(
                    SignedForms.SIGNED + ",[\"starts-with\",\"$Content-Type\",\"\"]",
                    Map.of("key", "u/1"))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy Condition failed:"
                + " [\"starts-with\", \"$Content-Type\", \"\"]");
  }

  @Test
  void fieldsThatNoConditionNamesAreListedAsSent() {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("key", "u/1");
    fields.put("Filename", "x");
    fields.put("x-ignore-foo", "x");
    fields.put("dzuuid", "x");
    assertThat(answer(SignedForms.signed(SignedForms.SIGNED, fields)))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Extra input fields: Filename, dzuuid");
  }

  @Test
  void policyExpiresAtItsInstant() {
    PostForm form = SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1"));
    assertThat(answer(form, SignedForms.NOW.plusSeconds(300).minusMillis(1))).isEqualTo("u/1");
    assertThat(answer(form, SignedForms.NOW.plusSeconds(300)))
        .isEqualTo("403 AccessDenied Invalid according to Policy: Policy expired.");
  }

  @Test
  void policyMustNameItsBucket() {
    String anywhere = SignedForms.SIGNED.replace("{\"bucket\":\"b\"},", "");
    assertThat(answer(SignedForms.signed(anywhere, Map.of("key", "u/1"))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy missing condition: bucket");
  }

  @Test
  void bucketFieldMustBeTheBucketThatTheFormIsPostedTo() {
    assertThat(answer(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1", "bucket", "b"))))
        .isEqualTo("u/1");
    assertThat(answer(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1", "bucket", "c"))))
        .isEqualTo(
            "403 AccessDenied Invalid according to Policy: Policy Condition failed: [\"eq\","
                + " \"$bucket\", \"b\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png|true",
        "image/jpg,image/png,image/gif|true",
        "image/jpg,text/plain|false",
        "image/jpg,|false",
        "text/plain|false"
      })
  void listOfContentTypesPassesWhenEachOfThemDoes(String type, boolean passes) {
    String conditions = SignedForms.SIGNED + ",[\"starts-with\",\"$content-type\",\"image/\"]";
    String answer =
        answer(SignedForms.signed(conditions, Map.of("key", "u/1", "Content-Type", type)));
    assertThat(answer.equals("u/1")).isEqualTo(passes);
  }

  @Test
  void commasMeanNothingInOtherFields() {
    String conditions = SignedForms.SIGNED + ",[\"starts-with\",\"$x-amz-meta-a\",\"x\"]";
    assertThat(answer(SignedForms.signed(conditions, Map.of("key", "u/1", "x-amz-meta-a", "x,y"))))
        .isEqualTo("u/1");
  }

  @Test
  void lengthRangesNarrowEachOtherAndAreHandedOut() {
    String two =
        SignedForms.SIGNED + ",[\"content-length-range\",1,100],[\"content-length-range\",50,200]";
    assertThat(verify(SignedForms.signed(two, Map.of("key", "u/1")), SignedForms.NOW))
        .isInstanceOfSatisfying(
            PostVerdict.Accepted.class,
            accepted -> {
              assertThat(accepted.minBytes()).isEqualTo(50);
              assertThat(accepted.maxBytes()).isEqualTo(100);
            });
    assertThat(
            verify(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/1")), SignedForms.NOW))
        .isInstanceOfSatisfying(
            PostVerdict.Accepted.class,
            accepted -> assertThat(accepted.maxBytes()).isEqualTo(5L << 30));
    String apart =
        SignedForms.SIGNED + ",[\"content-length-range\",1,10],[\"content-length-range\",50,200]";
    assertThat(answer(SignedForms.signed(apart, Map.of("key", "u/1"))))
        .startsWith("400 EntityTooLarge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "photo.jpg|u/photo.jpg",
        "C:\\Photos\\photo.jpg|u/photo.jpg",
        "/home/me/photo.jpg|u/photo.jpg",
        "../../etc/passwd|u/passwd",
        "..\\/x|u/x"
      })
  void fileNameVariableBecomesTheNameWithoutItsPath(String fileName, String key) {
    PostForm form = SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/${filename}"));
    assertThat(answer(new PostForm("b", form.fields(), Optional.of(fileName)))).isEqualTo(key);
  }

  @Test
  void fileNameVariableIsEmptyForAnEmptyNameAndStaysWithoutOne() {
    PostForm form = SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/${filename}"));
    assertThat(answer(new PostForm("b", form.fields(), Optional.of("")))).isEqualTo("u/");
    assertThat(answer(new PostForm("b", form.fields(), Optional.empty())))
        .isEqualTo("u/${filename}");
  }

  @Test
  void conditionsAreHeldAgainstTheExpandedValue() {
    PostForm form =
        SignedForms.signed(
            SignedForms.SIGNED.replace("\"u/\"", "\"u/a\""), Map.of("key", "u/${filename}"));
    assertThat(answer(new PostForm("b", form.fields(), Optional.of("a.png")))).isEqualTo("u/a.png");
    assertThat(answer(new PostForm("b", form.fields(), Optional.of("b.png"))))
        .contains("Policy Condition failed");
  }

  @Test
  void keysAreBounded() {
    assertThat(
            answer(
                SignedForms.signed(
                    SignedForms.SIGNED.replace("\"u/\"", "\"\""), Map.of("key", ""))))
        .isEqualTo("400 InvalidArgument User key must have a length greater than 0.");
    assertThat(
            answer(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/" + "x".repeat(1022)))))
        .startsWith("u/xx");
    assertThat(
            answer(SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/" + "x".repeat(1023)))))
        .startsWith("400 KeyTooLongError");
    assertThat(
            answer(
                SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/" + "\u20ac".repeat(341)))))
        .startsWith("400 KeyTooLongError");
    PostForm form =
        SignedForms.signed(SignedForms.SIGNED, Map.of("key", "u/" + "${filename}".repeat(900)));
    assertThat(answer(new PostForm("b", form.fields(), Optional.of("x".repeat(8000)))))
        .startsWith("400 KeyTooLongError");
  }

  @Test
  void fieldsBeforeTheFileAreBoundedByTwentyKilobytes() {
    PostForm form =
        SignedForms.signed(
            SignedForms.SIGNED, Map.of("key", "u/1", "x-ignore-more", "x".repeat(20_000)));
    assertThat(answer(form))
        .isEqualTo(
            "400 MaxPostPreDataLengthExceeded Your POST request fields preceeding the upload file"
                + " was too large.");
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
