package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.shared.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an object store does with forms that {@link PostPolicySigner} made: it takes them, and
 * refuses whatever was changed since. Codes are those of AWS unless a store's test names others.
 */
public interface PostedFormContract {
  /** Returns where forms are posted to and who signs them. */
  Target uploads();

  /** Returns the store's time. */
  Instant now();

  /** Returns the type of what is stored under a key, or nothing when nothing is. */
  Optional<String> storedType(ObjectKey key);

  /**
   * Returns what this store answers where AWS answers otherwise, by the name of the change; {@code
   * taken} where it takes what AWS refuses.
   */
  default Map<String, String> otherAnswers() {
    return Map.of();
  }

  @Test
  default void encryptedFormOfExactSizeAndTypeIsTaken() {
    ObjectKey key = PostedForms.freshKey();

    var answer = PostedForms.post(this, PostedForms.listed(this, key, uploads().credentials()));

    assertThat(answer.summary()).as(answer.body()).isEqualTo("204 none");
    assertThat(storedType(key)).contains("image/png");
  }

  @Test
  default void plainFormIsTaken() {
    ObjectKey key = PostedForms.freshKey();
    PostRequest request =
        PostedForms.request(this, key, 5, 5, Optional.of("text/plain"), new Encryption.None());

    var answer = PostedForms.post(this, PostedForms.sign(request, uploads().credentials(), now()));

    assertThat(answer.summary()).as(answer.body()).isEqualTo("204 none");
    assertThat(storedType(key)).contains("text/plain");
  }

  @Test
  default void formWithoutSizeAndTypeTakesAnyFileUpToItsLimit() {
    for (int size : new int[] {1, 5}) {
      ObjectKey key = PostedForms.freshKey();
      PostRequest request =
          PostedForms.request(this, key, 0, 5, Optional.empty(), new Encryption.Aes256());
      var fields = PostedForms.sign(request, uploads().credentials(), now());

      var answer = StoreClient.post(uploads().url(), fields, new byte[size]);

      assertThat(answer.summary()).as(answer.body()).isEqualTo("204 none");
      assertThat(storedType(key)).as("the file part's own type").isNotEqualTo("text/html");
    }
  }

  @TestFactory
  default Stream<DynamicTest> tamperedFormIsRefusedAndLeavesNothing() {
    return FormTampering.all().stream()
        .map(tampering ->
            dynamicTest(
                tampering.name(),
                () -> {
                  ObjectKey key = PostedForms.freshKey();
                  var fields = PostedForms.listed(this, key, uploads().credentials());
                  SequencedMap<String, String> changed = new LinkedHashMap<>(fields);
                  tampering.change().accept(changed);
                  assertThat(changed).isNotEqualTo(fields);

                  PostedForms.assertRefused(
                      this, tampering.name(), tampering.answer(), key, changed, PostedForms.FILE);
                }));
  }

  @Test
  default void fileOfAnotherSizeIsRefused() {
    for (String file : new String[] {"12345+", "1234"}) {
      ObjectKey key = PostedForms.freshKey();
      boolean large = file.length() > PostedForms.FILE.length;

      PostedForms.assertRefused(
          this,
          large ? "too large" : "too small",
          large ? "400 EntityTooLarge" : "400 EntityTooSmall",
          key,
          PostedForms.listed(this, key, uploads().credentials()),
          file.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  default void expiredFormIsRefused() {
    ObjectKey key = PostedForms.freshKey();
    PostRequest request =
        PostedForms.request(this, key, 5, 5, Optional.of("image/png"), new Encryption.Aes256());
    Instant before = now().minus(PostedForms.LIFE).minus(Duration.ofSeconds(1));

    PostedForms.assertRefused(
        this,
        "expired",
        "403 AccessDenied",
        key,
        PostedForms.sign(request, uploads().credentials(), before),
        PostedForms.FILE);
  }

  @Test
  default void formSignedWithAnotherSecretIsRefused() {
    ObjectKey key = PostedForms.freshKey();
    SigningCredentials forged =
        SigningCredentials.of(uploads().credentials().accessKeyId(), "another-secret");

    PostedForms.assertRefused(
        this,
        "other secret",
        "403 SignatureDoesNotMatch",
        key,
        PostedForms.listed(this, key, forged),
        PostedForms.FILE);
  }
}
