package dev.sallyport.operations.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.sanitization.GivenVerdict;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResanitizeTest {
  private static final String PATH = "/service/operations/resanitize";

  private final Product product = new Product();

  private Received start(String body) {
    return product.send("POST", PATH).as("admin").json(body).send();
  }

  private String startedId() {
    return start("{}").body().get("jobId", UUID.class).toString();
  }

  private Received show(String suffix) {
    return product.send("GET", PATH + "/" + suffix).as("admin").send();
  }

  @Test
  void aJobIsAcceptedForEverythingOfWhichOriginalsMayBeLeft() {
    Received answer = start("{}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().text("state")).isEqualTo("RUNNING");
    assertThat(answer.body().text("since")).isEqualTo("2026-10-15T10:00:00Z");
    assertThat(answer.body().text("until")).isEqualTo(Fakes.NOW.toString());
    assertThat(answer.body().get("onlyOtherVersions", Boolean.class)).isTrue();
    assertThat(answer.body().get("seen", Long.class)).isZero();
    assertThat(product.fakes.jobs.jobs).hasSize(1);
  }

  @Test
  void theTimesAreNarrowedButNeverWidened() {
    Received narrow =
        start("{\"since\":\"2026-11-01T01:00:00+01:00\",\"until\":\"2026-11-02T00:00:00Z\"}");
    assertThat(narrow.body().text("since")).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(narrow.body().text("until")).isEqualTo("2026-11-02T00:00:00Z");
    Received wide =
        start(
            "{\"since\":\"1970-01-01T00:00:00Z\",\"until\":\"2030-01-01T00:00:00Z\","
                + "\"onlyOtherVersions\":false}");
    assertThat(wide.body().text("since")).isEqualTo("2026-10-15T10:00:00Z");
    assertThat(wide.body().text("until")).isEqualTo(Fakes.NOW.toString());
    assertThat(wide.body().get("onlyOtherVersions", Boolean.class)).isFalse();
    Received past = start("{\"until\":\"2001-01-01T00:00:00Z\"}");
    assertThat(past.body().text("since")).isEqualTo(past.body().text("until"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'since':'2026-11-20'}                                                  | /since"
            + " too_short",
        "{'since':'the day before yesterday'}                                    | /since"
            + " bad_format",
        "{'until':'2026-02-30T00:00:00Z'}                                        | /until"
            + " bad_format",
        "{'since':1}                                                             | /since"
            + " wrong_type",
        "{'since':null}                                                          | /since"
            + " null_not_allowed",
        "{'onlyOtherVersions':'yes'}                        | /onlyOtherVersions wrong_type",
        "{'since':'2026-11-20T00:00:00Z','until':'2026-11-19T00:00:00Z'}         | /since"
            + " after_end",
        "{'since':'2026-11-22T00:00:00Z'}                                        | /since"
            + " after_end",
      })
  void timesThatCannotBeAreRefusedByName(String body, String expected) {
    Received answer = start(body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
    assertThat(product.fakes.jobs.jobs).isEmpty();
  }

  @Test
  void anUnknownJobIsNotThere() {
    assertThat(show(new UUID(1, 1).toString()).code()).isEqualTo("not_found");
    assertThat(show("no-uuid").status()).isEqualTo(400);
  }

  @Test
  void progressShowsCountsAndDifferencesPageByPage() {
    String id = startedId();
    ResanitizeJob job = product.fakes.jobs.jobs.values().iterator().next();
    List<VerdictChange> changes =
        IntStream.range(0, 3)
            .mapToObj(n ->
                new VerdictChange(
                    new AttachmentId(new UUID(2, n)),
                    new GivenVerdict(new Verdict.Clean(), new SanitizerVersion("1")),
                    new GivenVerdict(
                        new Verdict.Rejected(ReasonCode.MALWARE), new SanitizerVersion("2"))))
            .toList();
    product.fakes.jobs.replace(
        job.advance(new ResanitizeCounts(4, 3, 2, 1), Optional.empty(), Fakes.NOW), changes);

    Received first = show(id + "?limit=2");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().text("state")).isEqualTo("DONE");
    assertThat(first.body().text("endedAt")).isEqualTo(Fakes.NOW.toString());
    assertThat(first.text())
        .contains("\"seen\":9,\"unchanged\":4,\"changed\":3,\"withoutOriginal\":2,\"retracted\":1")
        .contains("\"before\":{\"state\":\"CLEAN\",\"sanitizer\":\"1\"}")
        .contains("\"after\":{\"state\":\"REJECTED\",\"reason\":\"MALWARE\",\"sanitizer\":\"2\"}");
    assertThat(first.body().list("differences", JsonObject.class)).hasSize(2);
    Received second = show(id + "?limit=2&page=" + first.body().text("next"));
    assertThat(second.body().list("differences", JsonObject.class)).hasSize(1);
    assertThat(second.body().has("next")).isFalse();
  }

  @Test
  void pageTokensOfOtherJobsAreRefused() {
    String id = startedId();
    product.fakes.jobs.changes.addAll(
        List.of(
            new VerdictChange(
                new AttachmentId(new UUID(2, 1)),
                new GivenVerdict(new Verdict.Clean(), new SanitizerVersion("1")),
                new GivenVerdict(new Verdict.Clean(), new SanitizerVersion("2"))),
            new VerdictChange(
                new AttachmentId(new UUID(2, 2)),
                new GivenVerdict(new Verdict.Clean(), new SanitizerVersion("1")),
                new GivenVerdict(new Verdict.Clean(), new SanitizerVersion("2")))));
    String next = show(id + "?limit=1").body().text("next");
    String other = startedId();
    assertThat(show(other + "?page=" + next).errors()).containsExactly("page bad_page_token");
    assertThat(show(id + "?limit=0").errors()).containsExactly("limit below_minimum");
    assertThat(show(id + "?limit=101").errors()).containsExactly("limit above_maximum");
  }

  @Test
  void theWorkBringsAJobToItsEnd() {
    String id = startedId();
    product.schedule("resanitize").run();
    assertThat(show(id).body().text("state")).isEqualTo("DONE");
    product.schedule("resanitize").run();
  }
}
