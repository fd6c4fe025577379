package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of SLA errors. */
public interface SlaHttpContract extends HttpTarget {
  private Received file(String breaches) {
    return driver()
        .send("POST", "/file_sla_error")
        .as(userToken())
        .json("{\"sla_error\":[" + breaches + "]}")
        .send();
  }

  private Received get(String target) {
    return driver().send("GET", "/file_sla_errors" + target).as(userToken()).send();
  }

  private static String breach(String folder, int sla) {
    return "{\"folder\":\"%s\",\"sla\":%d,\"files\":[%s,%s]}"
        .formatted(folder, sla, fileNamed("b.csv"), fileNamed("a.csv"));
  }

  private static String fileNamed(String name) {
    return "{\"filename\":\"%s\",\"creationDate\":\"2026-11-21T10:00:00Z\"}".formatted(name);
  }

  /** Reads a list to its end. */
  private List<JsonNode> all(String query) {
    List<JsonNode> found = new ArrayList<>();
    String next = "";
    for (int pages = 0; pages < 100; pages++) {
      Received page = get(query + "&limit=2" + next);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      found.addAll(page.json().list("slaErrors"));
      if (!page.json().has("next")) {
        return found;
      }
      next = "&page=" + page.json().text("next");
    }
    throw new AssertionError("a list that does not end");
  }

  @Test
  default void theSameSlaRunIsSeenOnce() {
    String folder = "in-" + HttpDriver.uniqueId();
    String run = breach(folder, 20) + "," + breach(folder, 40) + "," + breach(folder, 60);

    Received first = file(run);
    Received second = file(run);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.json().number("accepted")).isEqualTo(3);
    assertThat(second.json().number("accepted")).isZero();
    assertThat(second.json().number("repeated")).isEqualTo(3);
    assertThat(second.text()).endsWith(first.text().substring(first.text().indexOf("errorIds")));
    Await.untilAsserted(() -> assertThat(all("?folder=" + folder)).hasSize(3));
    JsonNode error = all("?folder=" + folder).getFirst();
    assertThat(get("/" + error.text("ErrorId")).json()).isEqualTo(error);
    assertThat(error.text("Folder")).isEqualTo(folder);
    assertThat(error.list("Files").getFirst().text("Filename")).isEqualTo("a.csv");
    String day = error.text("AffectedDate").substring(0, 10);
    assertThat(all("?day=" + day)).contains(error).doesNotHaveDuplicates();
    assertThat(all("?folder=" + folder + "&from=2999-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  default void aRunWithAMistakeAtItsEndRecordsNothing() {
    String folder = "in-" + HttpDriver.uniqueId();
    Received answer = file(breach(folder, 20) + "," + breach(folder, 0));

    assertRefused(answer, 400, "invalid_request");
    assertThat(answer.errors()).containsExactly("/sla_error/1/sla below_minimum");
    assertThat(answer.text()).doesNotContain(folder, "xception");
    assertThat(file(breach(folder, 20)).json().number("accepted")).isEqualTo(1);
  }

  @Test
  default void slaErrorsAreForThoseWhoSignedIn() {
    String id = "/" + AccessHttpContract.UNKNOWN;
    assertRefused(driver().send("GET", "/file_sla_errors" + id).send(), 401, "unauthenticated");
    assertRefused(
        driver().send("POST", "/file_sla_error").json("{}").send(), 401, "unauthenticated");
    assertRefused(get(id), 404, "not_found");
    assertRefused(get(""), 400, "invalid_request");
  }
}
