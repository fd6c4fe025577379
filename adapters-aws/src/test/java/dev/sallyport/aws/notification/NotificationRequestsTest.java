package dev.sallyport.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.CannedHttp;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What is really sent to S3 and SQS. */
class NotificationRequestsTest {
  private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/x-amz-json-1.0");
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:arrivals";
  private static final String CONFIGURATION =
      "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
          + "<QueueConfiguration><Id>q</Id><Queue>"
          + QUEUE
          + "</Queue><Event>s3:ObjectCreated:*</Event><Filter><S3Key><FilterRule><Name>Prefix</Name>"
          + "<Value>a/</Value></FilterRule></S3Key></Filter></QueueConfiguration>"
          + "<CloudFunctionConfiguration><Id>f</Id><CloudFunction>arn:f</CloudFunction>"
          + "<Event>s3:ObjectRemoved:*</Event></CloudFunctionConfiguration>"
          + "<TopicConfiguration><Id>t</Id><Topic>arn:t</Topic><Event>s3:SomethingNew:*</Event>"
          + "</TopicConfiguration><EventBridgeConfiguration/></NotificationConfiguration>";

  private final CannedHttp http = new CannedHttp();

  private S3BucketNotifications buckets() {
    S3Client client =
        S3Client.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(credentials())
            .httpClient(http)
            .overrideConfiguration(override ->
                override
                    .retryStrategy(RetryMode.STANDARD)
                    .retryStrategy(strategy -> strategy.maxAttempts(1)))
            .build();
    return new S3BucketNotifications(() -> client);
  }

  private SqsQueuePolicies policies() {
    SqsClient client =
        SqsClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(credentials())
            .httpClient(http)
            .build();
    return new SqsQueuePolicies(() -> client);
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK"));
  }

  @Test
  void everyKindOfEntryIsReadAndWrittenBackAsItWas() {
    http.answer(200, XML, CONFIGURATION).answer(200, XML, "");
    NotificationTable table = buckets().read("quarantine");
    assertThat(table.entries())
        .containsExactlyInAnyOrder(
            new Entry(
                "q",
                Entry.Kind.QUEUE,
                QUEUE,
                Set.of("s3:ObjectCreated:*"),
                Set.of(new Entry.Rule("prefix", "a/"))),
            new Entry("f", Entry.Kind.FUNCTION, "arn:f", Set.of("s3:ObjectRemoved:*"), Set.of()),
            new Entry("t", Entry.Kind.TOPIC, "arn:t", Set.of("s3:SomethingNew:*"), Set.of()));
    buckets().replace("quarantine", table);
    CannedHttp.Request put = http.requests().getLast();
    assertThat(put.head().method()).hasToString("PUT");
    assertThat(put.head().rawQueryParameters()).containsOnlyKeys("notification");
    assertThat(put.body())
        .contains("<Id>q</Id>", "<Queue>" + QUEUE + "</Queue>", "<Event>s3:ObjectCreated:*</Event>")
        .contains("<FilterRule><Name>prefix</Name><Value>a/</Value></FilterRule>")
        .contains("<Id>f</Id>", "<CloudFunction>arn:f</CloudFunction>")
        .contains("<Id>t</Id>", "<Topic>arn:t</Topic>", "<Event>s3:SomethingNew:*</Event>")
        .contains("EventBridgeConfiguration");
  }

  @Test
  void answersOfS3AreToldApart() {
    NotificationTable none = new NotificationTable(new LinkedHashSet<>(), false);
    http.answer(404, XML, "<Error><Code>NoSuchBucket</Code></Error>");
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> buckets().read("gone"));
    http.answer(400, XML, "<Error><Code>InvalidArgument</Code></Error>");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> buckets().replace("quarantine", none));
    http.answer(403, XML, "<Error><Code>AccessDenied</Code></Error>");
    assertThatExceptionOfType(PortUnavailableException.class)
        .isThrownBy(() -> buckets().read("quarantine"));
    http.fail("reset");
    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> buckets().replace("quarantine", none));
  }

  @Test
  void aQueueIsFoundByItsOwnerAndNameAndItsPolicyAloneIsChanged() {
    String url = "{\"QueueUrl\":\"https://sqs.eu-central-1.amazonaws.com/123456789012/arrivals\"}";
    http.answer(200, JSON, url).answer(200, JSON, "{\"Attributes\":{\"Policy\":\"{}\"}}");
    assertThat(policies().read(QUEUE)).isEqualTo("{}");
    assertThat(http.requests().getFirst().body())
        .contains("\"QueueName\":\"arrivals\"", "\"QueueOwnerAWSAccountId\":\"123456789012\"");
    assertThat(http.requests().getLast().body()).contains("\"AttributeNames\":[\"Policy\"]");
    http.answer(200, JSON, url).answer(200, JSON, "");
    policies().replace(QUEUE, "");
    assertThat(http.requests().getLast().body()).contains("\"Attributes\":{\"Policy\":\"\"}");
    http.answer(
        400, JSON, "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"no\"}");
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> policies().read(QUEUE));
    assertThat(http.requests()).hasSize(5);
  }
}
