package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.StoreClient.Answer;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import dev.sallyport.domain.shared.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an object store does with addresses that {@link UrlPresigner} made: it serves them, and
 * refuses whatever was changed since. Codes are those of AWS unless a store's test names others.
 */
public interface SignedUrlContract {
  /** What is read in these tests. */
  String TEXT = "clean text";

  /** Returns where addresses are read from and who signs them. */
  Target downloads();

  /** Returns the store's time. */
  Instant now();

  /** Stores {@link #TEXT} as plain text under a key in clean. */
  void store(ObjectKey key);

  /** Returns what this store answers where AWS answers otherwise, by the name of the change. */
  default Map<String, String> otherAnswers() {
    return Map.of();
  }

  @Test
  default void signedAddressIsServedAsItSays() {
    ObjectKey key = PostedForms.freshKey();
    store(key);

    Answer answer = StoreClient.ask("GET", sign(key, downloads().credentials(), now()));

    assertThat(answer.summary()).as(answer.body()).isEqualTo("200 none");
    assertThat(answer.body()).isEqualTo(TEXT);
    assertThat(answer.headers())
        .containsEntry("content-type", "text/csv")
        .containsEntry("content-disposition", "attachment; filename=\"a b.txt\"");
  }

  @TestFactory
  default Stream<DynamicTest> tamperedAddressIsRefused() {
    String mismatch = "403 SignatureDoesNotMatch";
    return Stream.of(
        refused("key changed", mismatch, url -> url.replaceFirst("/attachments/[^?]*", "$0x")),
        refused("type changed", mismatch, url -> url.replace("text%2Fcsv", "text%2Fhtml")),
        refused(
            "disposition removed",
            mismatch,
            url -> url.replaceFirst("response-content-disposition=[^&]*&", "")),
        refused(
            "life changed", mismatch, url -> url.replace("X-Amz-Expires=300", "X-Amz-Expires=301")),
        refused(
            "date changed",
            mismatch,
            url -> url.replaceFirst("(X-Amz-Date=[0-9T]{14}).Z", "$1" + otherDigit(url) + "Z")),
        refused("parameter added", mismatch, url -> url + "&response-content-language=en"),
        refused("signature changed", mismatch, FormTampering::otherBit),
        refused(
            "signature removed",
            "400 AuthorizationQueryParametersError",
            url -> url.replaceFirst("&X-Amz-Signature=.*", "")),
        refused(
            "access key changed",
            "403 InvalidAccessKeyId",
            url -> url.replaceFirst("X-Amz-Credential=[^%]*", "X-Amz-Credential=NOBODY")),
        refused("everything removed", "403 AccessDenied", url -> url.replaceFirst("\\?.*", "")));
  }

  private static char otherDigit(String url) {
    int last = url.indexOf("X-Amz-Date=") + "X-Amz-Date=20261121T10150".length();
    return url.charAt(last) == '0' ? '1' : '0';
  }

  private DynamicTest refused(String name, String aws, UnaryOperator<String> change) {
    return dynamicTest(
        name,
        () -> {
          ObjectKey key = PostedForms.freshKey();
          store(key);
          String url = sign(key, downloads().credentials(), now()).toString();
          String changed = change.apply(url);
          assertThat(changed).isNotEqualTo(url);

          assertAnswer(name, aws, StoreClient.ask("GET", URI.create(changed)));
        });
  }

  @Test
  default void addressOfOneMethodIsRefusedForOthers() {
    ObjectKey key = PostedForms.freshKey();
    store(key);
    URI url = sign(key, downloads().credentials(), now());

    assertAnswer("asked by HEAD", "403 none", StoreClient.ask("HEAD", url));
    assertAnswer("asked by PUT", "403 SignatureDoesNotMatch", StoreClient.ask("PUT", url));
    assertAnswer("asked by DELETE", "403 SignatureDoesNotMatch", StoreClient.ask("DELETE", url));
    assertThat(StoreClient.ask("GET", url).body()).isEqualTo(TEXT);
  }

  @Test
  default void expiredAddressIsRefused() {
    ObjectKey key = PostedForms.freshKey();
    store(key);
    Instant before = now().minus(PostedForms.LIFE).minus(Duration.ofSeconds(1));

    assertAnswer(
        "expired",
        "403 AccessDenied",
        StoreClient.ask("GET", sign(key, downloads().credentials(), before)));
  }

  @Test
  default void addressSignedWithAnotherSecretIsRefused() {
    ObjectKey key = PostedForms.freshKey();
    store(key);
    SigningCredentials forged =
        SigningCredentials.of(downloads().credentials().accessKeyId(), "another-secret");

    assertAnswer(
        "other secret",
        "403 SignatureDoesNotMatch",
        StoreClient.ask("GET", sign(key, forged, now())));
  }

  private void assertAnswer(String change, String aws, Answer answer) {
    assertThat(answer.summary())
        .as("%s: %s", change, answer.body())
        .isEqualTo(otherAnswers().getOrDefault(change, aws));
    assertThat(answer.body()).as(change).doesNotContain(TEXT);
  }

  private URI sign(ObjectKey key, SigningCredentials signer, Instant now) {
    Target target = downloads();
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("response-content-disposition", "attachment; filename=\"a b.txt\"");
    query.put("response-content-type", "text/csv");
    return new UrlPresigner(new SigningKeys())
        .presign(
            new UrlRequest(
                UrlRequest.Method.GET,
                target.url(),
                key.value(),
                target.region(),
                PostedForms.LIFE,
                query,
                new LinkedHashMap<>()),
            signer,
            now);
  }
}
