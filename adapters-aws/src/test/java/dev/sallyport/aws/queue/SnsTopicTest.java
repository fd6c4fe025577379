package dev.sallyport.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.CannedHttp;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of SNS, and what its answers and silences mean. */
class SnsTopicTest {
  private static final String ARN = "arn:aws:sns:eu-central-1:123456789012:prod-pictures";
  private static final URI SERVICE = URI.create("https://sns.example.com");
  private static final SqsSettings.Queue QUEUE =
      new SqsSettings.Queue(
          "pictures",
          URI.create("https://sqs.example.com/123456789012/prod-pictures"),
          URI.create("https://sqs.example.com/123456789012/prod-pictures-dead"));
  private static final String PUBLISHED =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
      <MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult></PublishResponse>
      """;
  private static final String REFUSED =
      """
      <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>
      <Code>%s</Code><Message>no</Message></Error></ErrorResponse>
      """;

  private final CannedHttp http = new CannedHttp();
  private final Topic topic = TopicComponent.on(SERVICE, http, Optional.of(ARN), QUEUE).topic();

  /** The form fields of a request. */
  private static Map<String, String> fields(CannedHttp.Request request) {
    return Arrays.stream(request.body().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aMessageIsPublishedOnTheTopicAndNothingElseIsSaid() {
    http.answer(200, Map.of("Content-Type", "text/xml"), PUBLISHED);

    topic.publish("{\"text\":\"\u20ac&=\"}");

    assertThat(http.requests()).hasSize(1);
    CannedHttp.Request request = http.requests().getFirst();
    assertThat(request.head().method().name()).isEqualTo("POST");
    assertThat(request.head().host()).isEqualTo("sns.example.com");
    assertThat(request.header("Authorization")).contains("/us-east-1/sns/aws4_request");
    assertThat(fields(request))
        .containsOnly(
            Map.entry("Action", "Publish"),
            Map.entry("Version", "2010-03-31"),
            Map.entry("TopicArn", ARN),
            Map.entry("Message", "{\"text\":\"\u20ac&=\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotFound", "AuthorizationError", "InvalidParameter"})
  void aRefusalIsCertainlyNotPublished(String code) {
    http.answer(400, Map.of("Content-Type", "text/xml"), REFUSED.formatted(code));

    assertThatThrownBy(() -> topic.publish("x")).isInstanceOf(PortUnavailableException.class);
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostLeavesItInDoubt() {
    for (int attempt = 0; attempt < 10; attempt++) {
      http.fail("connection reset");
    }
    assertThatThrownBy(() -> topic.publish("x")).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void aFailureThatPassesIsTriedAgain() {
    http.answer(500, Map.of("Content-Type", "text/xml"), REFUSED.formatted("InternalFailure"))
        .answer(200, Map.of("Content-Type", "text/xml"), PUBLISHED);

    topic.publish("x");

    assertThat(http.requests()).hasSize(2);
  }

  @Test
  void whatNoQueueTakesIsNotPublished() {
    for (String wrong : List.of("", "\u0000", "x".repeat(MessageQueue.MAX_BODY_BYTES + 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> topic.publish(wrong));
    }
    assertThat(http.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prod-pictures",
        "arn:aws:sns:eu-central-1:123456789012:prod-pictures.fifo",
        "arn:aws:sqs:eu-central-1:123456789012:prod-pictures",
        "arn:aws:sns:eu-central-1:1:prod-pictures"
      })
  void onlyAStandardTopicIsATopic(String arn) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopicSettings("pictures", Optional.of(arn)));
  }
}
