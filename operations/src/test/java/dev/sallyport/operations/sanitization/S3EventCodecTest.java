package dev.sallyport.operations.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.operations.sanitization.S3EventCodec.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventCodecTest {
  /** The example of the user guide, with an object of ours. */
  private static final String EXAMPLE =
      """
      {"Records":[{"eventVersion":"2.2","eventSource":"aws:s3","awsRegion":"us-west-2",
       "eventTime":"1970-01-01T00:00:00.000Z","eventName":"ObjectCreated:Post",
       "userIdentity":{"principalId":"AIDAJDPLRKLG7UEXAMPLE"},
       "requestParameters":{"sourceIPAddress":"127.0.0.1"},
       "responseElements":{"x-amz-request-id":"C3D13FE58DE4C810","x-amz-id-2":"FMyUVURIY8"},
       "s3":{"s3SchemaVersion":"1.0","configurationId":"testConfigRule",
        "bucket":{"name":"amzn-s3-demo-bucket","ownerIdentity":{"principalId":"A3NL1KOZZKExample"},
         "arn":"arn:aws:s3:::amzn-s3-demo-bucket"},
        "object":{"key":"attachments/red+flower%2B.jpg","size":1024,
         "eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"096fKKXTRTtl3on89fVO.nfljtsv6qko",
         "sequencer":"0055AED6DCD90281E5"}},
       "glacierEventData":{"restoreEventData":{"lifecycleRestoreStorageClass":"x"}}}]}
      """;

  private static List<ArrivedObject> decoded(String body) {
    return switch (S3EventCodec.decode(body)) {
      case Notification.Arrived(List<ArrivedObject> objects) -> objects;
      case Notification.Malformed _ -> throw new AssertionError("malformed");
    };
  }

  @Test
  void theExampleOfTheUserGuideIsRead() {
    assertThat(decoded(EXAMPLE))
        .containsExactly(
            new ArrivedObject(
                "attachments/red flower+.jpg",
                new VersionId("096fKKXTRTtl3on89fVO.nfljtsv6qko"),
                DataSize.ofBytes(1024)));
  }

  @Test
  void objectOfABucketWithoutVersionsIsNamedByItsEntityTag() {
    String unversioned = EXAMPLE.replace("\"versionId\":\"096fKKXTRTtl3on89fVO.nfljtsv6qko\",", "");

    assertThat(decoded(unversioned))
        .extracting(ArrivedObject::version)
        .containsExactly(VersionId.ofEntityTag("\"d41d8cd98f00b204e9800998ecf8427e\""));
  }

  @Test
  void everyRecordOfAMessageIsRead() {
    String record = EXAMPLE.substring(EXAMPLE.indexOf('[') + 1, EXAMPLE.lastIndexOf(']'));
    assertThat(decoded("{\"Records\":[" + record + "," + record + "]}")).hasSize(2);
  }

  @Test
  void eventsOtherThanCreationSayNothing() {
    assertThat(decoded(EXAMPLE.replace("ObjectCreated:Post", "ObjectRemoved:Delete"))).isEmpty();
    assertThat(decoded(EXAMPLE.replace("ObjectCreated:Post", "s3:ObjectCreated:Put"))).hasSize(1);
    assertThat(
            decoded(
                "{\"Service\":\"Amazon"
                    + " S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2014-10-13T15:57:02.089Z\","
                    + "\"Bucket\":\"b\",\"RequestId\":\"5582815E1AEA5ADF\",\"HostId\":\"8cLeGAmw098X5cv4Zkwcmo\"}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "not json",
        "{\"Records\":[]}",
        "{\"Records\":[{}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"k\",\"size\":1}}}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"%ZZ\",\"size\":1,\"versionId\":\"v\"}}}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"k\",\"size\":-1,\"versionId\":\"v\"}}}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"k\",\"size\":1,\"versionId\":\"\"}}}]}",
        "{\"Event\":\"s3:Other\"}"
      })
  void whatNobodyCanTellIsMalformed(String body) {
    assertThat(S3EventCodec.decode(body)).isInstanceOf(Notification.Malformed.class);
  }

  @Test
  void overlongMessagesAreMalformed() {
    assertThat(S3EventCodec.decode("{" + " ".repeat(256 * 1024) + "}"))
        .isInstanceOf(Notification.Malformed.class);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder key = new StringBuilder("k");
      random
          .ints(random.nextInt(40), 1, 0x1F600)
          .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
          .forEach(key::appendCodePoint);
      ArrivedObject arrived =
          new ArrivedObject(
              key.toString(),
              new VersionId("v" + round),
              DataSize.ofBytes(random.nextLong(Long.MAX_VALUE)));
      String message = S3EventCodec.encode(arrived, "quarantine", Instant.EPOCH);
      assertThat(decoded(message)).as("seed %d, round %d", seed, round).containsExactly(arrived);
    }
  }

  @Test
  void keysAreWrittenAsS3WritesThem() {
    ArrivedObject arrived =
        new ArrivedObject("attachments/red flower+.jpg", new VersionId("v"), DataSize.ZERO);
    assertThat(S3EventCodec.encode(arrived, "quarantine", Instant.ofEpochSecond(1)))
        .contains(
            "\"key\":\"attachments/red+flower%2B.jpg\"",
            "\"eventName\":\"ObjectCreated:Post\"", "\"sequencer\":\"000000000000000100000000\"");
  }
}
