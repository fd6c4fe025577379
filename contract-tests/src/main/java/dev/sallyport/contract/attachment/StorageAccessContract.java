package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link StorageAccess} keeps. */
public interface StorageAccessContract {
  /** Returns the access under test. */
  StorageAccess access();

  @Test
  default void doorsAreDifferentBucketsWithDifferentIdentities() {
    Target uploads = access().uploads();
    Target downloads = access().downloads();

    assertThat(uploads.bucket()).isNotEqualTo(downloads.bucket());
    assertThat(uploads.url()).isNotEqualTo(downloads.url());
    assertThat(uploads.credentials().accessKeyId())
        .isNotEqualTo(downloads.credentials().accessKeyId());
    assertThat(uploads.credentials().secretAccessKey())
        .isNotEqualTo(downloads.credentials().secretAccessKey());
  }

  @Test
  default void addressesCanBeSigned() {
    for (Target target : List.of(access().uploads(), access().downloads())) {
      UrlRequest request =
          new UrlRequest(
              UrlRequest.Method.GET,
              target.url(),
              "a/key",
              target.region(),
              Duration.ofMinutes(1),
              new TreeMap<>(),
              new TreeMap<>());

      assertThat(request.bucketUrl().getScheme()).isIn("http", "https");
    }
  }

  @Test
  default void answersStayTheSameWhileCredentialsLive() {
    assertThat(access().uploads()).isEqualTo(access().uploads());
    assertThat(access().downloads()).isEqualTo(access().downloads());
  }

  @Test
  default void secretsAreNotPrinted() {
    Target target = access().uploads();

    assertThat(target.toString()).doesNotContain(target.credentials().secretAccessKey());
  }
}
