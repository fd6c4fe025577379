package dev.sallyport.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class FailuresTest {
  @Test
  void answersPassThrough() {
    assertThat(Failures.<String>reading("store", () -> "read")).isEqualTo("read");
    assertThat(Failures.<String>writing("store", () -> "written")).isEqualTo("written");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 413, 429, 503})
  void whatTheServiceRefusedIsNotApplied(int status) {
    assertNotApplied(answer(status, "Refused"));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void whatTheServiceBrokeAtIsInDoubt(int status) {
    assertInDoubt(answer(status, "InternalError"));
  }

  @Test
  void throttlingIsNotAppliedWhateverItsStatus() {
    assertNotApplied(answer(500, "ThrottlingException"));
  }

  @Test
  void whatNeverConnectedIsNotApplied() {
    assertNotApplied(SdkClientException.create("connect", new IOException(new ConnectException())));
  }

  @Test
  void aConnectionThatBrokeIsInDoubt() {
    assertInDoubt(SdkClientException.create("read", new SocketTimeoutException()));
    assertInDoubt(ApiCallTimeoutException.create(1000));
  }

  @Test
  void aFailedReadIsNeverInDoubt() {
    SdkException broken = ApiCallTimeoutException.create(1000);
    assertThatThrownBy(() -> Failures.reading("store", () -> fail(broken)))
        .isInstanceOf(PortUnavailableException.class)
        .hasMessage("store is unavailable")
        .hasCause(broken);
  }

  private static void assertNotApplied(SdkException failure) {
    assertThatThrownBy(() -> Failures.writing("store", () -> fail(failure)))
        .isInstanceOf(PortUnavailableException.class)
        .hasCause(failure);
  }

  private static void assertInDoubt(SdkException failure) {
    assertThatThrownBy(() -> Failures.writing("store", () -> fail(failure)))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage("store may have been changed")
        .hasCause(failure);
  }

  private static String fail(SdkException failure) {
    throw failure;
  }

  private static SdkException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
