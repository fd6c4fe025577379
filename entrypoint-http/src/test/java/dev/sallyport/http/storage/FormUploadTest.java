package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.http.storage.WireFixture.Terms;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signed form may do, and how it is answered. */
final class FormUploadTest extends WireTest {

  @Test
  void signedFormStoresItsFile() {
    Reply reply = wire.post(wire.fields(Terms.plain()), HELLO);

    ObjectVersion version =
        wire.store.find(Bucket.QUARANTINE, "attachments/k").orElseThrow().version();
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("ETag")).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(reply.header("x-amz-version-id")).isEqualTo(version.version().value());
    assertThat(reply.header("Location"))
        .isEqualTo(wire.config.publicUrl() + "/storage/quarantine/attachments/k");
    assertThat(wire.stored(Bucket.QUARANTINE, "attachments/k")).isEqualTo("hello");
  }

  @Test
  void typeOfTheFilePartIsNotBelieved() {
    wire.post(wire.fields(Terms.plain()), HELLO);

    assertThat(attributes().contentType()).isEqualTo("binary/octet-stream");
  }

  @Test
  void signedContentTypeIsStored() {
    wire.post(wire.fields(Terms.plain().type("image/png")), HELLO);

    assertThat(attributes().contentType()).isEqualTo("image/png");
  }

  @Test
  void encryptionIsRecordedAndAnswered() {
    Reply reply = wire.post(wire.fields(Terms.plain().encrypted(new Encryption.Aes256())), HELLO);

    assertThat(reply.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(attributes().encrypted()).isTrue();
  }

  @Test
  void encryptionWithKeyServiceIsNotImplemented() {
    Reply reply = wire.post(wire.fields(Terms.plain().encrypted(new Encryption.Kms("k"))), HELLO);

    assertThat(reply.error()).isEqualTo("501 NotImplemented");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void fieldThatThisStoreCannotHonourIsNotImplemented() {
    for (String name : new String[] {"acl", "tagging", "x-amz-storage-class", "Expires"}) {
      Reply reply = wire.post(wire.fields(Terms.plain().with(name, "private")), HELLO);

      assertThat(reply.error()).as(name).isEqualTo("501 NotImplemented");
      assertThat(wire.isEmpty()).as(name).isTrue();
    }
  }

  @Test
  void matchingChecksumIsAcceptedAndAnotherIsBadDigest() {
    String right = Sha256.of(HELLO).base64();

    Reply other =
        wire.post(
            wire.fields(Terms.plain().sha256(right)), "hellO".getBytes(StandardCharsets.UTF_8));
    assertThat(other.error()).isEqualTo("400 BadDigest");
    assertThat(wire.isEmpty()).isTrue();

    assertThat(wire.post(wire.fields(Terms.plain().sha256(right)), HELLO).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 201", "204, 204", "404, 204", "'', 204"})
  void signerChoosesTheStatus(String asked, int status) {
    Reply reply = wire.post(wire.fields(Terms.plain().with("success_action_status", asked)), HELLO);

    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void status201DescribesTheObject() {
    Terms terms = Terms.plain().key("a b+ü&%.txt").with("success_action_status", "201");

    Reply reply = wire.post(wire.fields(terms), HELLO);

    assertThat(reply.header("Content-Type")).startsWith("application/xml");
    assertThat(reply.body())
        .contains("<Bucket>quarantine</Bucket>")
        .contains("<Key>a b+ü&amp;%.txt</Key>")
        .contains("<ETag>&quot;5d41402abc4b2a76b9719d911017c592&quot;</ETag>")
        .contains("/storage/quarantine/a%20b%2B%C3%BC%26%25.txt</Location>");
  }

  @ParameterizedTest
  @CsvSource({
    "https://portal.example.com/done, https://portal.example.com/done?",
    "https://portal.example.com, https://portal.example.com/?",
    "http://portal.example.com/done?a=b, http://portal.example.com/done?a=b&"
  })
  void signerMayRedirectToTheWeb(String asked, String start) {
    Reply reply =
        wire.post(wire.fields(Terms.plain().with("success_action_redirect", asked)), HELLO);

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Location"))
        .isEqualTo(
            start
                + "bucket=quarantine&key=attachments%2Fk"
                + "&etag=%225d41402abc4b2a76b9719d911017c592%22");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "//evil", "/done", "http:///x", "not a url", ""})
  void redirectToAnythingElseCountsAsAbsent(String asked) {
    Reply reply =
        wire.post(wire.fields(Terms.plain().with("success_action_redirect", asked)), HELLO);

    assertThat(reply.status()).isEqualTo(204);
  }

  @Test
  void partsAfterTheFileAreIgnored() {
    FormBody body =
        new FormBody()
            .fields(wire.fields(Terms.plain()))
            .file(HELLO)
            .field("submit", "Send")
            .field("key", "other")
            .file("second".getBytes(StandardCharsets.UTF_8))
            .end();

    assertThat(wire.post("/storage/quarantine/", body).status()).isEqualTo(204);
    assertThat(wire.stored(Bucket.QUARANTINE, "attachments/k")).isEqualTo("hello");
  }

  @Test
  void secondUseOfAFormMakesAnotherVersion() {
    SequencedMap<String, String> fields = wire.fields(Terms.plain());
    String first = wire.post(fields, HELLO).header("x-amz-version-id");

    String second = wire.post(fields, HELLO).header("x-amz-version-id");

    assertThat(second).isNotEqualTo(first);
    assertThat(wire.store.usage().versions()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 400 EntityTooSmall",
    "0, 400 EntityTooSmall",
    "3, 204 none",
    "100000, 204 none",
    "100001, 400 EntityTooLarge",
    "150000, 400 EntityTooLarge",
    "3000000, 400 EntityTooLarge"
  })
  void sizeHasToBeInRange(int size, String answer) {
    Reply reply = wire.post(wire.fields(Terms.plain()), new byte[size]);

    assertThat(reply.error()).isEqualTo(answer);
    assertThat(wire.isEmpty()).isEqualTo(!answer.startsWith("204"));
  }

  private ObjectVersion.Attributes attributes() {
    return wire.store.find(Bucket.QUARANTINE, "attachments/k").orElseThrow().version().attributes();
  }
}
