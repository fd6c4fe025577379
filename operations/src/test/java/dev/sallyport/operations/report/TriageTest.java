package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Triage;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.report.Reports.Granted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TriageTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received patch(String id, String tag, String body) {
    return product
        .send("PATCH", "/service/reports/" + id)
        .as("triager")
        .header("If-Match", tag)
        .json(body)
        .send();
  }

  private Received show(String id) {
    return product.send("GET", "/service/reports/" + id).as("triager").send();
  }

  @Test
  void theDetailShowsEverythingThatWasSaid() {
    String id =
        reports.submitted(
            "\"description\":\"d\",\"build\":\"1\",\"platform\":\"p\",\"locale\":\"en\",\"sessionId\":\"s\","
                + "\"position\":{\"map\":\"m\",\"x\":1,\"y\":2,\"z\":3},\"annotations\":[\"n\"]");
    Received answer = show(id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.text())
        .contains(
            "\"title\":\"It broke\",\"description\":\"d\",\"severity\":\"HIGH\",\"build\":\"1\"",
            "\"locale\":\"en\",\"sessionId\":\"s\",\"position\":{\"map\":\"m\",\"x\":1.0,\"y\":2.0,\"z\":3.0}",
            "\"annotations\":[\"n\"]",
            "\"status\":\"NEW\",\"read\":false,\"bookmarked\":false,\"version\":1");
  }

  @Test
  void aChangeMakesANewVersion() {
    String id = reports.submitted("");
    Received answer =
        patch(id, "\"1\"", "{\"status\":\"TRIAGED\",\"read\":true,\"assignee\":\"s-1\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.body().text("assignee")).isEqualTo("s-1");
    Received cleared = patch(id, "\"2\"", "{\"assignee\":null,\"bookmarked\":true}");
    assertThat(cleared.body().has("assignee")).isFalse();
    assertThat(show(id).text())
        .contains("\"status\":\"TRIAGED\",\"read\":true,\"bookmarked\":true,\"version\":3");
  }

  @Test
  void aBookmarkIsTheCallersOwn() {
    String id = reports.submitted("");
    assertThat(patch(id, "\"1\"", "{\"bookmarked\":true}").text()).contains("\"bookmarked\":true");
    assertThat(show(id).text()).contains("\"bookmarked\":true");
    Received others = product.send("GET", "/service/reports/" + id).as("admin").send();
    assertThat(others.text()).contains("\"bookmarked\":false");
    Received list = product.send("GET", "/service/reports").as("admin").send();
    assertThat(list.text()).contains("\"bookmarked\":false");
  }

  @Test
  void bookmarksAreBounded() {
    String id = reports.submitted("");
    ReportId report = ReportId.parse(id);
    for (int i = 0; i < Triage.MAX_BOOKMARKS; i++) {
      Triage.Bookmark bookmark = new Triage.Bookmark(new Subject("s-" + i), true);
      Report next =
          product
              .fakes
              .reports
              .find(report)
              .orElseThrow()
              .triaged(
                  new Triage.Change(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(bookmark),
                      Optional.empty(),
                      Optional.empty()));
      product.fakes.reports.update(next, List.of());
    }
    Received answer = patch(id, "\"101\"", "{\"bookmarked\":true}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("bookmarks_full");
    assertThat(patch(id, "\"101\"", "{\"bookmarked\":false}").status()).isEqualTo(200);
  }

  @Test
  void aDuplicateHasAnotherReportAsItsOriginal() {
    String original = reports.submitted("");
    String id = reports.submitted("");
    String third = reports.submitted("");
    for (String none : List.of(id, UNKNOWN)) {
      assertThat(patch(id, "\"1\"", duplicateOf(none)).errors())
          .containsExactly("/duplicateOf no_original");
    }
    Received answer = patch(id, "\"1\"", duplicateOf(original));
    assertThat(answer.text())
        .contains("\"status\":\"DUPLICATE\"", "\"duplicateOf\":\"" + original + "\"");
    assertThat(show(id).text()).contains("\"duplicateOf\":\"" + original + "\"");
    assertThat(patch(original, "\"1\"", duplicateOf(id)).errors())
        .containsExactly("/duplicateOf no_original");
    // Its original may become a duplicate of another; it can still be worked on.
    assertThat(patch(original, "\"1\"", duplicateOf(third)).status()).isEqualTo(200);
    assertThat(patch(id, "\"2\"", "{\"read\":true}").status()).isEqualTo(200);
    assertThat(patch(id, "\"3\"", "{\"status\":\"NEW\"}").text()).doesNotContain("duplicateOf");
  }

  @Test
  void onlyADuplicateHasAnOriginal() {
    String original = reports.submitted("");
    String id = reports.submitted("");
    String both = "{\"status\":\"NEW\",\"duplicateOf\":\"" + original + "\"}";
    assertThat(patch(id, "\"1\"", both).errors()).containsExactly("/status contradiction");
    assertThat(patch(id, "\"1\"", "{\"duplicateOf\":\"x\"}").status()).isEqualTo(400);
    assertThat(patch(id, "\"1\"", "{\"duplicateOf\":null}").status()).isEqualTo(200);
    assertThat(show(id).text()).contains("\"version\":1");
  }

  private static String duplicateOf(String id) {
    return "{\"duplicateOf\":\"" + id + "\"}";
  }

  @Test
  void aChangeOfAnOldVersionIsToldTheCurrentOne() {
    String id = reports.submitted("");
    patch(id, "\"1\"", "{\"read\":true}");
    Received answer = patch(id, "\"1\"", "{\"read\":false}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("stale_version");
    assertThat(answer.body().get("version", Long.class)).isEqualTo(2);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void aChangeNamesTheVersionItWasMadeFrom() {
    String id = reports.submitted("");
    Received answer =
        product
            .send("PATCH", "/service/reports/" + id)
            .as("triager")
            .json("{\"read\":true}")
            .send();
    assertThat(answer.status()).isEqualTo(428);
    assertThat(answer.code()).isEqualTo("precondition_required");
    for (String tag : List.of("*", "1", "W/\"1\"", "\"1\", \"2\"", "\"x\"")) {
      assertThat(patch(id, tag, "{\"read\":true}").errors()).as(tag).hasSize(1);
    }
  }

  @Test
  void aChangeChangesSomethingThatExists() {
    String id = reports.submitted("");
    assertThat(patch(id, "\"1\"", "{}").errors()).containsExactly(" too_few_members");
    assertThat(patch(id, "\"1\"", "{\"status\":null}").errors())
        .containsExactly("/status null_not_allowed");
    assertThat(patch(id, "\"1\"", "{\"title\":\"x\"}").errors()).contains("/title unknown_field");
    assertThat(patch(UNKNOWN, "\"1\"", "{\"read\":true}").status()).isEqualTo(404);
    assertThat(show(UNKNOWN).status()).isEqualTo(404);
  }

  @Test
  void aDownloadFollowsTheVerdict() {
    Granted granted = reports.grant();
    String report =
        reports
            .submit(reports.body("\"attachments\":[\"" + granted.id() + "\"]"), granted.receipt())
            .body()
            .get("reportId", UUID.class)
            .toString();
    assertThat(download(report, granted.id(), "triager").code()).isEqualTo("not_judged_yet");
    Attachment bound =
        product
            .fakes
            .ledger
            .find(AttachmentId.parse(granted.id()))
            .orElseThrow()
            .bind(new VersionId("v"), DataSize.ofBytes(1), Fakes.NOW);

    judge(bound, new Verdict.Rejected(ReasonCode.MALWARE));
    Received rejected = download(report, granted.id(), "triager");
    assertThat(rejected.status()).isEqualTo(409);
    assertThat(rejected.code()).isEqualTo("nothing_clean");
    assertThat(rejected.body().text("reason")).isEqualTo("MALWARE");

    judge(bound, new Verdict.Validated(List.of()), FileType.OGG);
    assertThat(download(report, granted.id(), "triager").status()).isEqualTo(200);

    judge(bound, new Verdict.Validated(List.of()), FileType.MINIDUMP);
    assertThat(download(report, granted.id(), "triager").status()).isEqualTo(403);
    assertThat(download(report, granted.id(), "dumps+triager").status()).isEqualTo(200);

    judge(bound, new Verdict.Clean());
    Received clean = download(report, granted.id(), "triager");
    assertThat(clean.status()).isEqualTo(200);
    assertThat(clean.body().text("url")).startsWith("https://s3.example.com/clean/");
    assertThat(clean.body().text("expiresAt")).isEqualTo("2026-11-21T10:05:00Z");
    assertThat(show(report).body().list("attachments", JsonObject.class))
        .extracting(a -> a.text("state"))
        .containsExactly("CLEAN");

    assertThat(download(report, UNKNOWN, "triager").status()).isEqualTo(404);
    assertThat(download(UNKNOWN, granted.id(), "triager").status()).isEqualTo(404);
  }

  private Received download(String report, String attachment, String token) {
    return product
        .send("GET", "/service/reports/" + report + "/attachments/" + attachment)
        .as(token)
        .send();
  }

  private void judge(Attachment bound, Verdict verdict) {
    judge(bound, verdict, FileType.PNG);
  }

  private void judge(Attachment bound, Verdict verdict, FileType type) {
    Sha256 digest = Sha256.of(new byte[] {1});
    Judgement judgement =
        new Judgement(
            verdict,
            Optional.of(digest),
            SanitizerVersion.CURRENT,
            Set.of(),
            verdict.isServed()
                ? Optional.of(
                    new Judgement.Output(
                        new ObjectKey("attachments/x"),
                        type,
                        DataSize.ofBytes(1),
                        digest,
                        type.isDump()))
                : Optional.empty());
    product.fakes.ledger.attachments.put(bound.id(), bound.judge(judgement, Fakes.NOW));
  }
}
