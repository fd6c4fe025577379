package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports that go for good, and where they came from. */
public interface ErasureHttpContract extends SubmissionHttpContract, EvidenceHttpContract {
  private Received erase(String id) {
    return driver().send("DELETE", "/service/reports/" + id).as(adminToken()).send();
  }

  private Received showErasure(String id) {
    return driver().send("GET", "/service/erasures/" + id).as(adminToken()).send();
  }

  @Test
  default void anErasedReportIsGoneWithItsEvidenceAndItsCommentsAndStaysGone() {
    Form form = sendAndJudge("text/plain", "erase me\n".getBytes(StandardCharsets.US_ASCII));
    String body = report(",\"attachments\":[\"" + form.attachmentId() + "\"]");
    String id = submit(body, form.receipt()).json().text("reportId");
    String path = "/service/reports/" + id;
    driver()
        .send("POST", path + "/comments")
        .as(triagerToken())
        .json("{\"text\":\"gone soon\"}")
        .send();

    Received started = erase(id);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.header("location")).isEqualTo("/service/erasures/" + id);
    List<JsonNode> last = new ArrayList<>();
    Await.untilAsserted(() -> {
      tick();
      JsonNode now = showErasure(id).json();
      assertThat(now.text("state")).isEqualTo("DONE");
      last.add(now);
    });

    assertThat(last.getLast().list("removed"))
        .extracting(thing -> thing.text("kind"))
        .contains("REPORT", "COMMENT", "CLEAN_OBJECT", "PROVENANCE_RECORD");
    assertRefused(driver().send("GET", path).as(triagerToken()).send(), 404, "not_found");
    assertRefused(
        driver().send("GET", path + "/comments").as(triagerToken()).send(), 404, "not_found");
    assertRefused(
        driver()
            .send("GET", "/service/attachments/" + form.attachmentId())
            .header("Sallyport-Receipt", form.receipt())
            .send(),
        404,
        "not_found");
    assertRefused(submit(body, form.receipt()), 410, "erased");
    assertThat(erase(id).json().text("state")).isEqualTo("DONE");
  }

  @Test
  default void onlyAdminsErase() {
    String id = submitted("", "");
    String path = "/service/reports/" + id;
    assertRefused(driver().send("DELETE", path).send(), 401, "unauthenticated");
    assertRefused(driver().send("DELETE", path).as(triagerToken()).send(), 403, "forbidden");
    assertRefused(
        driver().send("GET", "/service/erasures/" + id).as(triagerToken()).send(),
        403,
        "forbidden");
    assertRefused(showErasure(id), 404, "not_found");
    assertRefused(erase(AccessHttpContract.UNKNOWN), 404, "not_found");
    assertRefused(erase("no-uuid"), 400, "invalid_request");
  }

  @Test
  default void heatMapsAreForTriagersAndOfMapsThatAreCounted() {
    String path = "/service/heatmaps/nowhere";
    assertRefused(driver().send("GET", path).send(), 401, "unauthenticated");
    assertRefused(driver().send("GET", path).as(userToken()).send(), 403, "forbidden");
    assertRefused(driver().send("GET", path).as(triagerToken()).send(), 404, "not_found");
    assertRefused(
        driver().send("GET", path + "?from=2026-01-01&to=2026-12-31").as(triagerToken()).send(),
        400,
        "invalid_request");
  }
}
