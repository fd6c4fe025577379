package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectCreatedTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");

  private static String json(Optional<String> version) {
    return new ObjectCreated("Put", "quarantine", "a/ü \"b\".png", 1024, "d41d", version, AT)
        .json();
  }

  @Test
  void isWhatTheUserGuideShows() {
    assertThat(json(Optional.of("v1")))
        .isEqualTo(
            "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\","
                + "\"awsRegion\":\"us-east-1\",\"eventTime\":\"2026-03-01T10:15:30.123Z\","
                + "\"eventName\":\"ObjectCreated:Put\","
                + "\"userIdentity\":{\"principalId\":\"AWS:quarantine\"},"
                + "\"requestParameters\":{\"sourceIPAddress\":\"127.0.0.1\"},"
                + "\"responseElements\":{\"x-amz-request-id\":\"1898B025E20BE8C0\","
                + "\"x-amz-id-2\":\"1898B025E20BE8C0\"},"
                + "\"s3\":{\"s3SchemaVersion\":\"1.0\",\"configurationId\":\"sallyport\","
                + "\"bucket\":{\"name\":\"quarantine\",\"ownerIdentity\":{\"principalId\":\"owner\"},"
                + "\"arn\":\"arn:aws:s3:::quarantine\"},"
                + "\"object\":{\"key\":\"a/%C3%BC+%22b%22.png\",\"size\":1024,\"eTag\":\"d41d\","
                + "\"versionId\":\"v1\",\"sequencer\":\"1898B025E20BE8C0\"}}}]}");
  }

  @Test
  void namesNoVersionWhereThereIsNone() {
    assertThat(json(Optional.empty())).doesNotContain("versionId");
  }
}
