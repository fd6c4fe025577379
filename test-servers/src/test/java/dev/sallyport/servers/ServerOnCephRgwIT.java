package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class ServerOnCephRgwIT {
  private static final CephRgw SERVER = CephRgw.shared();

  @Test
  void refusesAWrongSignature() {
    try (S3Client s3 = client("another")) {
      assertThatThrownBy(s3::listBuckets)
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
    }
  }

  @Test
  void tellsAQueueOfEveryNewObjectAsS3Does() {
    URI queue = ElasticMq.shared().queue("told-by-ceph");
    try (S3Client s3 = client(SERVER.secretKey())) {
      SERVER.versionedBucket("telling");
      SERVER.notifyQueue("telling", queue);
      String version =
          s3.putObject(
                  put ->
                      put.bucket("telling")
                          .key("attachments/a b+c")
                          .serverSideEncryption(ServerSideEncryption.AES256),
                  RequestBody.fromString("evidence"))
              .versionId();

      String event = Queues.next(queue).orElseThrow();
      assertThat(AwsJson.text(event, "eventName")).isEqualTo("ObjectCreated:Put");
      assertThat(AwsJson.text(event, "key")).isEqualTo("attachments/a+b%2Bc");
      assertThat(AwsJson.text(event, "versionId")).isEqualTo(version);
      assertThat(event).contains("\"size\":8,");
    }
  }

  private static S3Client client(String secretKey) {
    return S3Client.builder()
        .endpointOverride(SERVER.uri())
        .httpClient(Apache5HttpClient.create())
        .region(Region.US_EAST_1)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(SERVER.accessKey(), secretKey)))
        .forcePathStyle(true)
        .build();
  }
}
