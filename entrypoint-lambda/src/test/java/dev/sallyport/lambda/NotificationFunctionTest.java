package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.aws.notification.Owner;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.lambda.event.RecordedEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class NotificationFunctionTest {
  private static final Duration PLENTY = Duration.ofMinutes(2);
  private static final String STACK =
      "arn:aws:cloudformation:eu-central-1:123456789012:stack/example/5b918d10-cd98-11ea-90d5-0a9cd3354c10";
  private static final String OWNER = Owner.of(STACK, "Notifications").id();
  private static final String BUCKET = "example-quarantine";
  private static final String NEXT = "example-quarantine-2";
  private static final String FOREIGN =
      "<TopicConfiguration><Id>theirs</Id><Topic>arn:aws:sns:eu-central-1:123456789012:t</Topic>"
          + "<Event>s3:ObjectRestore:*</Event></TopicConfiguration>";

  private final NotificationServices services = new NotificationServices();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Clock clock = MutableClock.atNoon();
  private int status = 200;

  @BeforeEach
  void somebodyElseIsToldToo() {
    for (String bucket : List.of(BUCKET, NEXT)) {
      services.notifications.put(
          bucket,
          "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
              + FOREIGN
              + "</NotificationConfiguration>");
    }
  }

  private int put(URI address, byte[] body) {
    addresses.add(address.toString());
    answers.add(new String(body, StandardCharsets.UTF_8));
    return status;
  }

  private void handle(String event, Duration remaining) throws IOException {
    var patch =
        DaggerPatchComponent.factory()
            .create(
                new AwsSettings("eu-central-1", Optional.empty(), Map.of()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")),
                services)
            .patch();
    new NotificationFunction(patch, new CloudFormationReply(this::put), metrics, clock)
        .handle(RecordedEvents.stream(event), "aws", remaining);
  }

  private void handle(String event) throws IOException {
    handle(event, PLENTY);
  }

  private static String recorded(String name) {
    return RecordedEvents.text("cloudformation-" + name + ".json");
  }

  private static String named(String event, String physicalId) {
    return event.replaceAll(
        "\"PhysicalResourceId\": \"[^\"]*\"",
        Matcher.quoteReplacement("\"PhysicalResourceId\": \"" + physicalId + "\""));
  }

  private static String succeeded(String physicalId) {
    return "{\"Status\":\"SUCCESS\",\"Reason\":\"\",\"PhysicalResourceId\":\""
        + physicalId
        + "\",\"StackId\":\""
        + STACK
        + "\",\"RequestId\":\"51bd78f3-8a5e-4f0c-9f2f-1f2d3c4b5a69\","
        + "\"LogicalResourceId\":\"Notifications\"}";
  }

  private static String failed(String reason, String physicalId) {
    return succeeded(physicalId)
        .replace("\"SUCCESS\",\"Reason\":\"\"", "\"FAILED\",\"Reason\":\"" + reason + "\"");
  }

  private String notifications(String bucket) {
    return services.notifications.getOrDefault(bucket, "");
  }

  private long own(String bucket) {
    return Pattern.compile(OWNER).matcher(notifications(bucket)).results().count();
  }

  @Test
  void whatIsCreatedIsAnsweredAndEverybodyElsesStays() throws IOException {
    handle(recorded("create"));
    assertThat(answers).containsExactly(succeeded(OWNER + "/" + BUCKET));
    assertThat(addresses)
        .singleElement()
        .asString()
        .startsWith("https://cloudformation-custom-resource-response-eucentral1.s3.")
        .endsWith(
            "%7CNotifications%7C51bd78f3?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Signature=0123456789abcdef");
    assertThat(own(BUCKET)).isEqualTo(2);
    assertThat(notifications(BUCKET)).contains("<Id>theirs</Id>", "function:example-thumbnails");
    assertThat(services.attributes).contains("arn:aws:s3:::" + BUCKET, "123456789012");
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void theNameStaysWhatItIsHoweverOftenItIsAskedFor() throws IOException {
    handle(recorded("create"));
    services.writes.clear();
    handle(recorded("create"));
    handle(named(recorded("update"), OWNER + "/" + BUCKET).replace(NEXT, BUCKET));
    assertThat(answers).hasSize(3).containsOnly(succeeded(OWNER + "/" + BUCKET));
    assertThat(services.writes).isEmpty();
  }

  @Test
  void whoMovesToAnotherBucketGetsAnotherNameAndKeepsItsQueue() throws IOException {
    handle(recorded("create"));
    handle(named(recorded("update"), OWNER + "/" + BUCKET));
    assertThat(answers.getLast()).isEqualTo(succeeded(OWNER + "/" + NEXT));
    assertThat(own(BUCKET)).isEqualTo(2);
    // CloudFormation deletes what has the former name.
    handle(named(recorded("delete"), OWNER + "/" + BUCKET));
    assertThat(answers.getLast()).isEqualTo(succeeded(OWNER + "/" + BUCKET));
    assertThat(own(BUCKET)).isZero();
    assertThat(own(NEXT)).isEqualTo(2);
    assertThat(services.attributes)
        .contains("arn:aws:s3:::" + NEXT + "\\\"")
        .doesNotContain("arn:aws:s3:::" + BUCKET + "\\\"");
    assertThat(notifications(BUCKET)).contains("<Id>theirs</Id>");
    assertThat(notifications(NEXT)).contains("<Id>theirs</Id>");
  }

  @Test
  void whatAFailedMoveLeftIsRemovedOnTheWayBack() throws IOException {
    handle(recorded("create"));
    handle(named(recorded("update"), OWNER + "/" + BUCKET));
    // As if that had failed after all: the resource keeps its name and is updated back.
    String back =
        named(recorded("update"), OWNER + "/" + BUCKET)
            .replace(NEXT, "first")
            .replace(BUCKET + "\"", NEXT + "\"")
            .replace("first", BUCKET)
            .replace(OWNER + "/" + NEXT, OWNER + "/" + BUCKET);
    handle(back);
    assertThat(answers.getLast()).isEqualTo(succeeded(OWNER + "/" + BUCKET));
    assertThat(own(BUCKET)).isEqualTo(2);
    assertThat(own(NEXT)).isZero();
    assertThat(services.attributes).doesNotContain("arn:aws:s3:::" + NEXT);
    services.forbidden.add(NEXT);
    handle(back);
    assertThat(answers.getLast()).isEqualTo(succeeded(OWNER + "/" + BUCKET));
  }

  @Test
  void aDeletionCanBeRepeatedAndNeedsNoBucket() throws IOException {
    handle(recorded("create"));
    for (int times = 0; times < 2; times++) {
      handle(named(recorded("delete"), "some-name"));
    }
    assertThat(own(BUCKET)).isZero();
    services.notifications.remove(BUCKET);
    handle(named(recorded("delete"), "some-name"));
    handle(named(recorded("delete"), "never-applied").replace(BUCKET, "Not A Bucket"));
    assertThat(answers.subList(1, 5))
        .containsExactly(
            succeeded("some-name"),
            succeeded("some-name"),
            succeeded("some-name"),
            succeeded("never-applied"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"BucketName\": \"example-quarantine\" | \"BucketName\": \"hunter2 is none\""
            + " | not the name of a bucket",
        "\"BucketAccount\": \"123456789012\" | \"BucketAccount\": \"hunter2\""
            + " | BucketAccount has twelve digits",
        "\"Targets\" | \"hunter2\" | Targets names nobody",
        "arn:aws:sqs: | arn:hunter2: | a target is the ARN of a queue or a function",
        "s3:ObjectCreated:* | hunter2 | events are words such as s3:ObjectCreated:*, none twice",
        "\"StackId\" | \"hunter2\" | StackId and LogicalResourceId are missing",
        "\"Create\" | \"hunter2\" | neither Create nor Update nor Delete"
      })
  void aRequestThatMakesNoSenseIsAnsweredSoAndQuotesNothing(
      String part, String wrong, String reason) throws IOException {
    String event = recorded("create").replace(part, wrong);
    assertThat(event).contains("hunter2");
    handle(event);
    assertThat(answers)
        .singleElement()
        .asString()
        .contains("\"Status\":\"FAILED\",\"Reason\":\"" + reason + "\"")
        .contains("\"PhysicalResourceId\":\"never-applied\"")
        .doesNotContain("hunter2");
    assertThat(services.writes).isEmpty();
  }

  @Test
  void aRequestThatIsCutOffIsAnswered() throws IOException {
    String event = recorded("create");
    handle(event.substring(0, event.indexOf("\"ResourceProperties\"")));
    assertThat(answers)
        .containsExactly(failed("neither Create nor Update nor Delete", "never-applied"));
  }

  @Test
  void aServiceThatRefusesIsAFailureThatKeepsTheName() throws IOException {
    services.forbidden.add(NEXT);
    handle(named(recorded("update"), "former-name"));
    assertThat(answers)
        .containsExactly(failed("S3 or SQS does not answer, or answers nonsense", "former-name"));
    services.notifications.put(BUCKET, "hunter2");
    handle(recorded("create"));
    assertThat(answers.getLast()).contains("FAILED").doesNotContain("hunter2");
  }

  @Test
  void aPolicyThatMakesNoSenseIsAFailure() throws IOException {
    services.attributes = "{\"Policy\":\"hunter2\"}";
    handle(recorded("create"));
    assertThat(answers)
        .containsExactly(failed("S3 or SQS does not answer, or answers nonsense", "never-applied"));
  }

  @Test
  void aMistakeOfOursIsAnsweredWithoutWhatItSays() throws IOException {
    clock = failingAfter(1);
    handle(recorded("create"));
    assertThat(answers).containsExactly(failed("internal error", "never-applied"));
  }

  private static Clock failingAfter(int reads) {
    AtomicInteger left = new AtomicInteger(reads);
    return new Clock() {
      @Override
      public Instant instant() {
        if (left.getAndDecrement() > 0) {
          return Instant.EPOCH;
        }
        throw new IllegalStateException("hunter2");
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Test
  void whatHangsIsAnsweredBeforeTimeIsOver() throws IOException {
    services.hangs = true;
    handle(recorded("create"), Duration.ofMillis(16_300));
    assertThat(answers).containsExactly(failed("no time is left", "never-applied"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3_000, 16_000})
  void withoutTimeNothingIsBegun(long millis) throws IOException {
    handle(recorded("create"), Duration.ofMillis(millis));
    assertThat(answers).containsExactly(failed("no time is left", "never-applied"));
    assertThat(services.writes).isEmpty();
  }

  @Test
  void anAnswerIsRepeatedAndItsFailureNamesNoAddress() {
    status = 403;
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> handle(recorded("create")))
        .withMessage("CloudFormation could not be answered")
        .withNoCause();
    assertThat(answers).hasSize(3).containsOnly(succeeded(OWNER + "/" + BUCKET));
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/?X-Amz-Signature=hunter2",
        "https://example-bucket.s3.amazonaws.com/hunter2",
        ""
      })
  void nothingIsDoneForAnybodyElse(String address) {
    String event =
        recorded("create")
            .replaceAll("\"ResponseURL\": \"[^\"]*\"", "\"ResponseURL\": \"" + address + "\"");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> handle(event))
        .withMessage("the response address is none of CloudFormation's")
        .withNoCause();
    assertThat(answers).isEmpty();
    assertThat(services.writes).isEmpty();
    assertThat(metrics.flushes).isEqualTo(1);
  }
}
