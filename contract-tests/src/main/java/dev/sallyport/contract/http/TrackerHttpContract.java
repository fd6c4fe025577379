package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How reports become issues; a deployment with a tracker knows the project DEMO. */
public interface TrackerHttpContract extends SubmissionHttpContract {
  /** A mapping that sends everything to DEMO. */
  String DEMO =
      "{\"mode\":\"MANUAL\",\"routes\":[],\"project\":\"DEMO\",\"issueType\":\"Bug\","
          + "\"summary\":\"[title]\",\"description\":\"[description]\",\"fields\":[]}";

  private Received mapping() {
    return driver().send("GET", "/service/tracker/mapping").as(triagerToken()).send();
  }

  private Received map(String token, String tag, String body) {
    HttpDriver.Sending sending =
        driver().send("PUT", "/service/tracker/mapping").as(token).json(body);
    return (tag.isEmpty() ? sending : sending.header("If-Match", tag)).send();
  }

  private Received export(String body) {
    return driver().send("POST", "/service/tracker/issues").as(triagerToken()).json(body).send();
  }

  @Test
  default void theMappingIsChangedFromTheCurrentVersionByAdmins() {
    String tag = mapping().header("etag");
    assertRefused(map(triagerToken(), tag, DEMO), 403, "forbidden");
    assertRefused(map(adminToken(), "", DEMO), 428, "precondition_required");
    assertRefused(map(adminToken(), tag, "{}"), 400, "invalid_request");
    Received bad = map(adminToken(), tag, DEMO.replace("[title]", "[nonsense]"));
    assertRefused(bad, 400, "invalid_request");
    assertThat(bad.errors()).containsExactly("/summary bad_template");
    assertThat(mapping().header("etag")).isEqualTo(tag);
    Received changed = map(adminToken(), tag, DEMO);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertRefused(map(adminToken(), tag, DEMO), 409, "stale_version");
    assertThat(mapping().text()).isEqualTo(changed.text());
  }

  /** Returns the key of the issue that a report shows. */
  private Optional<String> issue(String report) {
    return driver()
        .send("GET", "/service/reports/" + report)
        .as(triagerToken())
        .send()
        .json()
        .find("issue")
        .map(issue -> issue.text("key"));
  }

  @Test
  default void eachReportHasAResultOfItsOwn() {
    String report = submitted("", "");
    map(adminToken(), mapping().header("etag"), DEMO);
    Received answer =
        export("{\"reportIds\":[\"" + report + "\",\"" + AccessHttpContract.UNKNOWN + "\"]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<String> results =
        answer.json().list("results").stream().map(result -> result.text("result")).toList();
    assertThat(results).isIn(List.of("EXPORTED", "NOT_FOUND"), List.of("NO_TRACKER", "NO_TRACKER"));
    assertThat(issue(report))
        .isEqualTo(
            answer
                .json()
                .list("results")
                .getFirst()
                .find("issue")
                .map(key -> String.valueOf(key.value())));
    assertRefused(export("{\"reportIds\":[]}"), 400, "invalid_request");
    assertRefused(export("{\"reportIds\":[\"x\"]}"), 400, "invalid_request");
    assertRefused(export("{\"reportIds\":null}"), 400, "invalid_request");
  }
}
