package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What triagers do with reports. */
public interface TriageHttpContract extends SubmissionHttpContract, EvidenceHttpContract {
  private Received show(String id) {
    return driver().send("GET", "/service/reports/" + id).as(triagerToken()).send();
  }

  private Received patch(String id, String tag, String body) {
    HttpDriver.Sending sending =
        driver().send("PATCH", "/service/reports/" + id).as(triagerToken()).json(body);
    return (tag.isEmpty() ? sending : sending.header("If-Match", tag)).send();
  }

  private Received download(String report, String attachment) {
    return driver()
        .send("GET", "/service/reports/" + report + "/attachments/" + attachment)
        .as(triagerToken())
        .send();
  }

  @Test
  default void aChangeIsMadeFromTheCurrentVersion() {
    String id = submitted("", "");
    Received seen = show(id);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("etag")).isEqualTo("\"1\"");
    assertRefused(patch(id, "", "{\"read\":true}"), 428, "precondition_required");
    Received changed = patch(id, seen.header("etag"), "{\"status\":\"TRIAGED\",\"read\":true}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().text("status")).isEqualTo("TRIAGED");
    Received stale = patch(id, seen.header("etag"), "{\"read\":false}");
    assertRefused(stale, 409, "stale_version");
    assertThat(stale.json().number("version")).isEqualTo(2);
    assertThat(show(id).header("etag")).isEqualTo("\"2\"");
    assertRefused(patch(id, "\"2\"", "{}"), 400, "invalid_request");
    assertRefused(patch(id, "2", "{\"read\":true}"), 400, "invalid_request");
    assertRefused(patch(AccessHttpContract.UNKNOWN, "\"1\"", "{\"read\":true}"), 404, "not_found");
    assertRefused(show(AccessHttpContract.UNKNOWN), 404, "not_found");
  }

  @Test
  default void bookmarksAreOnesOwnAndDuplicatesLeadToAnOriginal() {
    String original = submitted("", "");
    String id = submitted("", "");
    assertThat(patch(id, "\"1\"", "{\"bookmarked\":true}").text()).contains("\"bookmarked\":true");
    Received others = driver().send("GET", "/service/reports/" + id).as(adminToken()).send();
    assertThat(others.text()).contains("\"bookmarked\":false");
    Received linked = patch(id, "\"2\"", "{\"duplicateOf\":\"" + original + "\"}");
    assertThat(linked.status()).as(linked.text()).isEqualTo(200);
    assertThat(linked.json().text("status")).isEqualTo("DUPLICATE");
    assertThat(show(id).json().text("duplicateOf")).isEqualTo(original);
    for (String none : List.of(id, original, AccessHttpContract.UNKNOWN)) {
      Received refused = patch(original, "\"1\"", "{\"duplicateOf\":\"" + none + "\"}");
      assertRefused(refused, 400, "invalid_request");
      assertThat(refused.errors()).containsExactly("/duplicateOf no_original");
    }
  }

  @Test
  default void manyReportsAreChangedEachByItself() {
    String fresh = submitted("", "");
    String stale = submitted("", "");
    patch(stale, "\"1\"", "{\"read\":true}");
    String change = "{\"reportId\":\"%s\",\"version\":1,\"status\":\"RESOLVED\"}";
    String body =
        String.join(
            ",",
            change.formatted(fresh),
            change.formatted(stale),
            change.formatted(AccessHttpContract.UNKNOWN));
    Received answer = bulk(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().list("results"))
        .extracting(result -> result.text("result"))
        .containsExactly("CHANGED", "STALE", "NOT_FOUND");
    assertThat(show(fresh).json().text("status")).isEqualTo("RESOLVED");
    assertThat(show(stale).json().text("status")).isEqualTo("NEW");
    assertRefused(bulk(""), 400, "invalid_request");
  }

  private Received bulk(String changes) {
    return driver()
        .send("POST", "/service/reports/bulk")
        .as(triagerToken())
        .json("{\"changes\":[" + changes + "]}")
        .send();
  }

  @Test
  default void recentSearchesAreForTriagers() {
    Received answer = driver().send("GET", "/service/searches/recent").as(triagerToken()).send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().list("searches")).isEmpty();
  }

  @Test
  default void theListShowsEachReportOnce() {
    String assignee = "contract-" + HttpDriver.uniqueId();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String id = submitted("", "");
      assertThat(patch(id, "\"1\"", "{\"assignee\":\"" + assignee + "\"}").status()).isEqualTo(200);
      expected.add(id);
    }
    Await.untilAsserted(() ->
        assertThat(walk("assignee=" + assignee)).containsExactlyInAnyOrderElementsOf(expected));
    String next = list("?limit=1&assignee=" + assignee).json().text("next");
    assertRefused(list("?page=" + next), 400, "invalid_request");
    assertRefused(list("?limit=101"), 400, "invalid_request");
    assertRefused(list("?status=NEW&severity=HIGH"), 400, "invalid_request");
  }

  private Received list(String query) {
    return driver().send("GET", "/service/reports" + query).as(triagerToken()).send();
  }

  private List<String> walk(String filter) {
    List<String> ids = new ArrayList<>();
    Optional<String> page = Optional.of("");
    while (page.isPresent()) {
      JsonNode answer = list("?limit=2&" + filter + page.get()).json();
      answer.list("reports").forEach(report -> ids.add(report.text("reportId")));
      page = answer.has("next") ? Optional.of("&page=" + answer.text("next")) : Optional.empty();
    }
    return ids;
  }

  @Test
  default void cleanEvidenceCanBeDownloadedAndNothingElse() {
    byte[] photo = HttpDriver.file("portrait-orientation-3.jpg");
    byte[] junk = "no image at all".getBytes(StandardCharsets.US_ASCII);
    Form clean = sendAndJudge("image/jpeg", photo);
    Form rejected = sendAndJudge("image/png", junk);
    Form waiting = driver().grant("c", "text/plain", 3);
    String report =
        submitted(
            ",\"attachments\":[\"%s\",\"%s\",\"%s\"]"
                .formatted(clean.attachmentId(), rejected.attachmentId(), waiting.attachmentId()),
            String.join(", ", clean.receipt(), rejected.receipt(), waiting.receipt()));
    assertThat(show(report).json().list("attachments"))
        .extracting(a -> a.text("state"))
        .containsExactly("DISARMED", "REJECTED", "GRANTED");

    Received granted = download(report, clean.attachmentId());
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    assertThat(granted.header("cache-control")).isEqualTo("no-store");
    Received bytes = HttpDriver.fetch(granted.json().text("url"));
    assertThat(bytes.status()).isEqualTo(200);
    assertThat(bytes.header("content-type")).isEqualTo("image/jpeg");
    assertThat(bytes.header("content-disposition")).startsWith("attachment");
    assertThat(bytes.body()).startsWith(0xFF, 0xD8, 0xFF).isNotEqualTo(photo);
    assertThat(new String(bytes.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");

    Received nothing = download(report, rejected.attachmentId());
    assertRefused(nothing, 409, "nothing_clean");
    assertThat(nothing.json().text("reason")).isEqualTo("TYPE_MISMATCH");
    assertRefused(download(report, waiting.attachmentId()), 409, "not_judged_yet");
    assertRefused(download(report, AccessHttpContract.UNKNOWN), 404, "not_found");
  }
}
