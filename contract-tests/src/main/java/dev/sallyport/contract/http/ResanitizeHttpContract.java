package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of verdicts that admins have given again. */
public interface ResanitizeHttpContract extends EvidenceHttpContract {
  private Received start(String body) {
    return driver()
        .send("POST", "/service/operations/resanitize")
        .as(adminToken())
        .json(body)
        .send();
  }

  private Received show(String id) {
    return driver().send("GET", "/service/operations/resanitize/" + id).as(adminToken()).send();
  }

  /** Starts a job and waits for its end. */
  default JsonNode resanitize(String body) {
    Received started = start(body);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.json().text("state")).isEqualTo("RUNNING");
    List<JsonNode> last = new ArrayList<>();
    // It goes through everything that other tests have left, a page at each tick.
    Await.untilAsserted(
        Duration.ofSeconds(60),
        () -> {
          tick();
          JsonNode now = show(started.json().text("jobId")).json();
          assertThat(now.text("state")).isNotEqualTo("RUNNING");
          last.add(now);
        });
    return last.getLast();
  }

  @Test
  default void verdictsAreGivenAgainWhereOriginalsWereKept() {
    Form rejected =
        sendAndJudge("image/png", "no image at all".getBytes(StandardCharsets.US_ASCII));
    Form clean = sendAndJudge("text/plain", "fine\n".getBytes(StandardCharsets.US_ASCII));
    JsonNode rejectedBefore = verdict(rejected);
    JsonNode cleanBefore = verdict(clean);

    JsonNode job = resanitize("{\"onlyOtherVersions\":false}");

    assertThat(job.text("state")).isEqualTo("DONE");
    assertThat(job.number("unchanged")).isPositive();
    assertThat(job.number("withoutOriginal")).isPositive();
    assertThat(job.number("changed")).isZero();
    assertThat(job.list("differences")).isEmpty();
    assertThat(verdict(rejected)).isEqualTo(rejectedBefore);
    assertThat(verdict(clean)).isEqualTo(cleanBefore);
  }

  @Test
  default void byDefaultVerdictsByTheCurrentRulesArePassedOver() {
    sendAndJudge("image/png", "none at all".getBytes(StandardCharsets.US_ASCII));
    JsonNode job = resanitize("{}");
    assertThat(job.text("state")).isEqualTo("DONE");
    assertThat(job.number("seen")).isZero();
  }

  @Test
  default void jobsThatCannotBeAreRefused() {
    assertRefused(start("{\"since\":\"2999-01-01T00:00:00Z\"}"), 400, "invalid_request");
    assertRefused(start("{\"since\":\"yesterday at about noon\"}"), 400, "invalid_request");
    assertRefused(start("{\"colour\":1}"), 400, "invalid_request");
    assertRefused(show(AccessHttpContract.UNKNOWN), 404, "not_found");
    assertRefused(show("no-uuid"), 400, "invalid_request");
  }
}
