package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CephNotificationsTest {
  /** As Ceph 16.2 pushed it. */
  private static final String PUSHED =
      """
      {"Records":[{"eventVersion":"2.2","eventSource":"ceph:s3","awsRegion":"",
       "eventTime":"2026-11-21T11:48:51.398992Z","eventName":"ObjectCreated:Put",
       "userIdentity":{"principalId":"sallyport"},"requestParameters":{"sourceIPAddress":""},
       "responseElements":{"x-amz-request-id":"59ad2a46.4109.14842060443716560031",
        "x-amz-id-2":"100d-default-default"},
       "s3":{"s3SchemaVersion":"1.0","configurationId":"sallyport",
        "bucket":{"name":"telling","ownerIdentity":{"principalId":"sallyport"},
         "arn":"arn:aws:s3:::telling","id":"59ad2a46.4111.1"},
        "object":{"key":"attachments/a b+c","size":8,"eTag":"14e10d570047667f904261e6d08f520f",
         "versionId":"4LKhw6w6drydrVZvWh4xxMGyUVe1qy8","sequencer":"2385016B2DF01918",
         "metadata":[{"key":"x-amz-server-side-encryption","val":"AES256"}],"tags":[]}},
       "eventId":"1795261731.404353.14e10d570047667f904261e6d08f520f","opaqueData":""}]}
      """;

  @Test
  void whatCephPushesIsUnderstood() {
    assertThat(CephNotifications.created(PUSHED))
        .isEqualTo(
            new ObjectCreated(
                "Put",
                "telling",
                "attachments/a b+c",
                8,
                "14e10d570047667f904261e6d08f520f",
                Optional.of("4LKhw6w6drydrVZvWh4xxMGyUVe1qy8"),
                Instant.parse("2026-11-21T11:48:51.398992Z")));
  }

  @Test
  void anEmptyVersionIsNone() {
    assertThat(
            CephNotifications.created(PUSHED.replace("4LKhw6w6drydrVZvWh4xxMGyUVe1qy8", ""))
                .versionId())
        .isEmpty();
  }
}
