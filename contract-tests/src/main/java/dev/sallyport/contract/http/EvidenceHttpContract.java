package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of files that are posted with forms. */
public interface EvidenceHttpContract extends HttpTarget {
  /** A photograph with EXIF data. */
  String PHOTO = "landscape-orientation-6.jpg";

  /** The states after which nothing more happens. */
  Set<String> FINAL = Set.of("CLEAN", "DISARMED", "VALIDATED", "REJECTED", "EXPIRED");

  /** Returns what the sender is told. */
  private Received state(String id, String receipt) {
    return driver()
        .send("GET", "/service/attachments/" + id)
        .header("Sallyport-Receipt", receipt)
        .send();
  }

  /** Sends a file by a form of its own and waits for its verdict. */
  default Form sendAndJudge(String type, byte[] file) {
    Form form = driver().grant("evidence", type, file.length);
    Received stored = HttpDriver.post(form, file);
    assertThat(stored.status()).as(stored.text()).isBetween(200, 204);
    verdict(form);
    return form;
  }

  /** Waits for the verdict on what was posted with a form. */
  default JsonNode verdict(Form form) {
    List<JsonNode> last = new ArrayList<>();
    Await.untilAsserted(() -> {
      JsonNode now = state(form.attachmentId(), form.receipt()).json();
      assertThat(now.text("state")).isIn(FINAL);
      last.add(now);
    });
    return last.getLast();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  default void aGrantedFormIsShownToItsReceiptOnly() {
    Form form = driver().grant("a", "text/plain", 3);
    Received own = state(form.attachmentId(), form.receipt());
    assertThat(own.json().text("state")).isEqualTo("GRANTED");
    Received wrong = state(form.attachmentId(), "A".repeat(43));
    Received unknown = state(AccessHttpContract.UNKNOWN, form.receipt());
    assertRefused(wrong, 404, "not_found");
    assertRefused(unknown, 404, "not_found");
    assertRefused(
        driver().send("GET", "/service/attachments/" + form.attachmentId()).send(),
        401,
        "receipt_required");
    assertRefused(state(form.attachmentId(), "short"), 400, "invalid_request");
    assertRefused(state("no-uuid", form.receipt()), 400, "invalid_request");
  }

  @Test
  default void aPlainTextIsClean() {
    JsonNode verdict = verdict(sendAndJudge("text/plain", ascii("It broke at noon.\n")));
    assertThat(verdict.text("state")).isEqualTo("CLEAN");
    assertThat(verdict.text("contentType")).isEqualTo("text/plain");
    assertThat(verdict.number("size")).isEqualTo(18);
    assertThat(verdict.text("sha256")).hasSize(64);
    assertThat(verdict.has("reason")).isFalse();
  }

  @Test
  default void aPhotographLosesItsMetadata() {
    JsonNode verdict = verdict(sendAndJudge("image/jpeg", HttpDriver.file(PHOTO)));
    assertThat(verdict.text("state")).isEqualTo("DISARMED");
    assertThat(verdict.text("contentType")).isEqualTo("image/jpeg");
    assertThat(verdict.list("removed")).extracting(r -> r.text("kind")).contains("IMAGE_METADATA");
    assertThat(verdict.list("checks")).extracting(JsonNode::value).contains("REBUILD");
  }

  @Test
  default void anExecutableIsRejected() {
    byte[] elf = new byte[64];
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
    JsonNode verdict = verdict(sendAndJudge("application/octet-stream", elf));
    assertThat(verdict.text("state")).isEqualTo("REJECTED");
    assertThat(verdict.text("reason")).isEqualTo("UNSUPPORTED_TYPE");
    assertThat(verdict.has("sha256")).isFalse();
  }

  @Test
  default void aTextThatWasDeclaredAsAnImageIsRejected() {
    JsonNode verdict = verdict(sendAndJudge("image/png", ascii("no image at all")));
    assertThat(verdict.text("state")).isEqualTo("REJECTED");
    assertThat(verdict.text("reason")).isEqualTo("TYPE_MISMATCH");
  }

  @Test
  default void aFileLargerThanItsGrantIsRefusedByTheStore() {
    Form form = driver().grant("a", "text/plain", 3);
    Received stored = HttpDriver.post(form, ascii("four"));
    assertThat(stored.status()).isEqualTo(400);
    assertThat(stored.text()).contains("EntityTooLarge");
    assertThat(state(form.attachmentId(), form.receipt()).json().text("state"))
        .isEqualTo("GRANTED");
  }

  @Test
  default void aFormThatWasTamperedWithIsRefusedByTheStore() {
    Form form = driver().grant("a", "text/plain", 3);
    form.fields().put("key", "attachments/" + AccessHttpContract.UNKNOWN);
    assertThat(HttpDriver.post(form, ascii("abc")).status()).isEqualTo(403);
  }

  @Test
  default void theFirstFileOfAFormWins() {
    Form form = sendAndJudge("text/plain", ascii("first\n"));
    JsonNode before = verdict(form);
    Received again = HttpDriver.post(form, ascii("other\n"));
    assertThat(again.status()).isBetween(200, 204);
    assertThat(verdict(form)).isEqualTo(before);
  }
}
