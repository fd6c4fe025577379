package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How strangers submit reports. */
public interface SubmissionHttpContract extends HttpTarget {
  /** Returns a body with a client report id of its own and more members, each after a comma. */
  default String report(String more) {
    return "{\"clientReportId\":\"%s\",\"title\":\"It broke\",\"severity\":\"HIGH\"%s}"
        .formatted(HttpDriver.uniqueId(), more);
  }

  /** Submits a report. */
  default Received submit(String body, String receipts) {
    HttpDriver.Sending sending = driver().send("POST", "/service/reports").json(body);
    return (receipts.isEmpty() ? sending : sending.header("Sallyport-Receipt", receipts)).send();
  }

  /** Submits a report that is accepted, and returns its id. */
  default String submitted(String more, String receipts) {
    Received answer = submit(report(more), receipts);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().text("reportId");
  }

  @Test
  default void aReportIsAcceptedBeforeItsEvidenceArrives() {
    Form one = driver().grant("a", "text/plain", 3);
    Form two = driver().grant("b", "text/plain", 3);
    String more =
        ",\"attachments\":[\"%s\",\"%s\"]".formatted(one.attachmentId(), two.attachmentId());
    Received answer = submit(report(more), one.receipt() + "," + two.receipt());
    assertThat(answer.status()).isEqualTo(201);
    JsonNode accepted = answer.json();
    assertThat(answer.header("location"))
        .isEqualTo("/service/reports/" + accepted.text("reportId"));
    assertThat(accepted.text("status")).isEqualTo("NEW");
    assertThat(accepted.list("attachments"))
        .extracting(a -> a.text("attachmentId") + " " + a.text("state"))
        .containsExactly(one.attachmentId() + " GRANTED", two.attachmentId() + " GRANTED");
  }

  @Test
  default void theSameReportAgainGetsItsFirstAnswer() {
    String body = report(",\"position\":{\"map\":\"m\",\"x\":1,\"y\":2,\"z\":3}");
    Received first = submit(body, "");
    Received again = submit(" " + body.replace("\"x\":1", "\"x\":1.0"), "");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertRefused(submit(body.replace("HIGH", "LOW"), ""), 409, "different_body");
  }

  @Test
  default void onlyOnesOwnAttachmentsCanBeClaimedAndOnlyOnce() {
    Form mine = driver().grant("a", "text/plain", 3);
    Form other = driver().grant("b", "text/plain", 3);
    String both =
        ",\"attachments\":[\"%s\",\"%s\"]".formatted(mine.attachmentId(), other.attachmentId());
    Received foreign = submit(report(both), mine.receipt());
    assertRefused(foreign, 403, "foreign_attachment");
    assertThat(foreign.errors()).containsExactly("/attachments/1 foreign_attachment");
    assertRefused(submit(report(both), ""), 401, "receipt_required");

    String own = ",\"attachments\":[\"%s\"]".formatted(mine.attachmentId());
    assertThat(submit(report(own), mine.receipt()).status()).isEqualTo(201);
    assertRefused(submit(report(own), mine.receipt()), 403, "foreign_attachment");
  }

  @Test
  default void reportsThatDoNotFitAreRefusedWhereTheyBreak() {
    assertThat(submit("{}", "").errors())
        .containsExactly("/clientReportId required", "/title required", "/severity required");
    Received infinite =
        submit(report(",\"position\":{\"map\":\"m\",\"x\":1e999,\"y\":0,\"z\":0}"), "");
    assertRefused(infinite, 400, "invalid_request");
    assertThat(infinite.errors()).containsExactly("/position/x not_finite");
    assertThat(submit(report(",\"status\":\"NEW\""), "").errors())
        .containsExactly("/status unknown_field");
  }

  @Test
  default void customFieldsFollowTheReportForm() {
    String title = "Field " + HttpDriver.uniqueId().toUpperCase(Locale.ROOT);
    JsonNode before = driver().send("GET", "/service/clientconfiguration").send().json();
    String change =
        "{\"version\":%d,\"fields\":[{\"title\":\"%s\",\"type\":\"predefined\",\"predefines\":[\"a\",\"b\"]}]}"
            .formatted(before.number("version"), title);
    Received changed =
        driver().send("PUT", "/service/clientconfiguration").as(adminToken()).json(change).send();
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    Received stale =
        driver().send("PUT", "/service/clientconfiguration").as(adminToken()).json(change).send();
    assertRefused(stale, 409, "stale_version");
    assertThat(stale.json().number("version")).isEqualTo(before.number("version") + 1);

    assertThat(submit(report(",\"fields\":{\"%s\":\"a\"}".formatted(title)), "").status())
        .isEqualTo(201);
    Received broken = submit(report(",\"fields\":{\"%s\":\"c\"}".formatted(title)), "");
    assertRefused(broken, 400, "invalid_request");
    assertThat(broken.errors()).containsExactly("/fields/" + title + " breaks_form");
  }
}
