package dev.sallyport.aws.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class InterruptibleHttpTest {
  private static final Patience LONG =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), 1);
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(300), Duration.ofSeconds(5), 2);

  @Test
  void whoWaitsInVainForAConnectionOfThePoolIsToldThatTimeIsUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        SdkHttpClient pool = Apache5HttpClient.builder().maxConnections(1).build();
        SqsClient holder = client(silent, pool, LONG);
        SqsClient waiting = client(silent, pool, SHORT)) {
      Thread holding = Thread.ofVirtual().start(() -> askInVain(holder));
      try (Socket _ = silent.accept()) {
        assertThatThrownBy(() -> Failures.reading("queue", () -> ask(waiting)))
            .isInstanceOf(PortUnavailableException.class)
            .hasCauseInstanceOf(ApiCallAttemptTimeoutException.class);
      } finally {
        holding.interrupt();
        holding.join();
      }
    }
  }

  private static SqsClient client(ServerSocket server, SdkHttpClient pool, Patience patience) {
    AwsSettings settings =
        new AwsSettings(
            "eu-central-1",
            Optional.of(SigningCredentials.of("AK", "SK")),
            Map.of(AwsService.SQS, URI.create("http://127.0.0.1:" + server.getLocalPort())));
    return new AwsClients(
            settings,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")),
            pool)
        .configure(SqsClient.builder(), AwsService.SQS, patience)
        .build();
  }

  private static String ask(SqsClient client) {
    return client.getQueueUrl(request -> request.queueName("q")).queueUrl();
  }

  private static void askInVain(SqsClient client) {
    try {
      ask(client);
      throw new AssertionError("the server says nothing");
    } catch (SdkException ended) {
      // As was to be expected: its connection breaks when the test ends.
    }
  }
}
