package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @Test
  void credentialScopeReadsWhatItWrites() {
    String text = "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request";
    CredentialScope scope =
        CredentialScope.s3("AKIAIOSFODNN7EXAMPLE", LocalDate.of(2015, 12, 29), "us-east-1");
    assertThat(CredentialScope.parse(text)).hasValue(scope);
    assertThat(scope.format()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "////",
        "AK/20151229/us-east-1/s3",
        "AK/20151229/us-east-1/s3/aws4_request/",
        "AK/20151329/us-east-1/s3/aws4_request",
        "AK/2015122/us-east-1/s3/aws4_request",
        "AK/2015122x/us-east-1/s3/aws4_request",
        "AK/20151229//s3/aws4_request",
        "/20151229/r/s3/aws4_request",
        "AK/20151229/US/s3/aws4_request",
        "AK/20151229/r/s3/AWS4_REQUEST",
        "A K/20151229/r/s3/aws4_request",
        "AK/20151229/r\n/s3/aws4_request",
        "AK/20150229/r/s3/aws4_request",
        "\u0661/20151229/r/s3/aws4_request"
      })
  void credentialScopeOfAnotherFormIsNone(String text) {
    assertThat(CredentialScope.parse(text)).isEmpty();
  }

  @Test
  void longCredentialScopeIsNone() {
    assertThat(CredentialScope.parse("A".repeat(400) + "/20151229/r/s3/aws4_request")).isEmpty();
  }

  @Test
  void credentialsAreValidatedAndNeverPrinted() {
    SigningCredentials credentials =
        new SigningCredentials("AK", "SECRET-VALUE", Optional.of("TOKEN-VALUE"));
    assertThat(credentials.toString()).contains("AK").doesNotContain("VALUE");
    for (String id : List.of("", "a/b", "a b", "x".repeat(129), "\u00e4")) {
      assertThatIllegalArgumentException().isThrownBy(() -> SigningCredentials.of(id, "s"));
    }
    for (String secret : List.of("", "a b", "x".repeat(257), "a\n")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SigningCredentials.of("AK", secret))
          .withMessageNotContaining("x".repeat(257));
    }
    for (String token : List.of("", "a b", "x".repeat(8193))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SigningCredentials("AK", "s", Optional.of(token)));
    }
  }

  @Test
  void nothingSignedIsPrinted() {
    SigningCredentials session = new SigningCredentials("AK", "s", Optional.of("TOKEN-VALUE"));
    PresignedPost post =
        new PostPolicySigner(new SigningKeys()).sign(Samples.post("k"), session, Samples.NOW);
    PostForm form = PostForm.of("b", post.fields(), "x");
    PresignedRequest request =
        new PresignedRequest(
            "GET", "/", "TOKEN-VALUE", List.of(new PresignedRequest.Header("a", "TOKEN-VALUE")));
    String policy = String.valueOf(post.fields().get("policy"));
    for (Object printed : List.of(post, form, form.fields(), request, request.headers())) {
      assertThat(printed.toString()).doesNotContain("TOKEN-VALUE").doesNotContain(policy);
    }
  }

  @Test
  void signingKeysAreBounded() {
    SigningKeys keys = new SigningKeys();
    LocalDate day = LocalDate.of(2026, 1, 1);
    for (int i = 0; i < 1000; i++) {
      keys.key(Samples.AWS_EXAMPLE, day.plusDays(i), Samples.REGION);
      assertThat(keys.remembered()).isBetween(1, 64);
    }
  }

  @Test
  void oneKeySignsTheSameInManyThreads() throws Exception {
    SigningKeys keys = new SigningKeys();
    PostPolicySigner signer = new PostPolicySigner(keys);
    PresignedPost expected = signer.sign(Samples.post("k"), Samples.AWS_EXAMPLE, Samples.NOW);
    Callable<Boolean> work =
        () -> {
          for (int i = 0; i < 500; i++) {
            signer.sign(Samples.post("other" + i), Samples.AWS_EXAMPLE, Samples.NOW);
            if (!signer
                .sign(Samples.post("k"), Samples.AWS_EXAMPLE, Samples.NOW)
                .equals(expected)) {
              return false;
            }
          }
          return true;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(work));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }
}
