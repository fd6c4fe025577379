package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.StoreClient.Answer;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.shared.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;

/** Signs the forms of {@link PostedFormContract} and looks at what became of them. */
final class PostedForms {
  static final byte[] FILE = "12345".getBytes(StandardCharsets.US_ASCII);
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final AtomicLong MADE = new AtomicLong();

  private PostedForms() {}

  static ObjectKey freshKey() {
    return new ObjectKey("attachments/%x-%x".formatted(System.nanoTime(), MADE.incrementAndGet()));
  }

  /** Returns the form of a file that the client has listed: its size and type are pinned. */
  static SequencedMap<String, String> listed(
      PostedFormContract store, ObjectKey key, SigningCredentials signer) {
    Optional<String> type = Optional.of("image/png");
    return sign(
        request(store, key, FILE.length, FILE.length, type, new Encryption.Aes256()),
        signer,
        store.now());
  }

  static PostRequest request(
      PostedFormContract store,
      ObjectKey key,
      long min,
      long max,
      Optional<String> type,
      Encryption encryption) {
    Target target = store.uploads();
    return new PostRequest(
        target.bucket(),
        key.value(),
        target.region(),
        target.url(),
        LIFE,
        min,
        max,
        type,
        Optional.empty(),
        encryption,
        new LinkedHashMap<>());
  }

  static SequencedMap<String, String> sign(
      PostRequest request, SigningCredentials signer, Instant now) {
    return new PostPolicySigner(new SigningKeys()).sign(request, signer, now).fields();
  }

  static Answer post(PostedFormContract store, SequencedMap<String, String> fields) {
    return StoreClient.post(store.uploads().url(), fields, FILE);
  }

  static void assertRefused(
      PostedFormContract store,
      String change,
      String aws,
      ObjectKey key,
      SequencedMap<String, String> fields,
      byte[] file) {
    Answer answer = StoreClient.post(store.uploads().url(), fields, file);

    String expected = store.otherAnswers().getOrDefault(change, aws);
    String seen = answer.status() < 300 ? "taken" : answer.summary();
    assertThat(seen).as("%s: %s", change, answer.body()).isEqualTo(expected);
    assertThat(store.storedType(key).isPresent())
        .as("%s: stored", change)
        .isEqualTo(expected.equals("taken"));
  }
}
