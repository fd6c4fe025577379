package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.report.Reports.Granted;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTest {
  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  @Test
  void aReportIsAcceptedWithItsAttachments() {
    Granted one = reports.grant();
    Granted two = reports.grant();
    Received answer =
        reports.submit(
            reports.body("\"attachments\":[\"" + one.id() + "\",\"" + two.id() + "\"]"),
            one.receipt() + ", " + two.receipt());
    assertThat(answer.status()).isEqualTo(201);
    JsonObject body = answer.body();
    assertThat(answer.header("Location"))
        .isEqualTo("/service/reports/" + body.get("reportId", UUID.class));
    assertThat(body.text("receivedAt")).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(body.list("attachments", JsonObject.class))
        .extracting(a -> a.get("attachmentId", UUID.class) + " " + a.text("state"))
        .containsExactly(one.id() + " GRANTED", two.id() + " GRANTED");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aReportWithoutAttachmentsNeedsNoReceipt() {
    assertThat(reports.submit(reports.body("")).status()).isEqualTo(201);
  }

  @Test
  void attachmentsNeedAReceipt() {
    Received answer =
        reports.submit(reports.body("\"attachments\":[\"" + reports.grant().id() + "\"]"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("receipt_required");
  }

  @Test
  void attachmentsOfOthersAreForbidden() {
    Granted mine = reports.grant();
    Granted other = reports.grant();
    String ids = "\"attachments\":[\"" + mine.id() + "\",\"" + other.id() + "\"]";
    Received answer = reports.submit(reports.body(ids), mine.receipt());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("foreign_attachment");
    assertThat(answer.errors()).containsExactly("/attachments/1 foreign_attachment");
  }

  @Test
  void anAttachmentBelongsToOneReport() {
    Granted mine = reports.grant();
    String ids = "\"attachments\":[\"" + mine.id() + "\"]";
    assertThat(reports.submit(reports.body(ids), mine.receipt()).status()).isEqualTo(201);
    assertThat(reports.submit(reports.body(ids), mine.receipt()).status()).isEqualTo(403);
  }

  @Test
  void theSameReportAgainGetsTheFirstAnswer() {
    String first =
        "{\"clientReportId\":\"00000000-0000-4000-8000-0000000000ab\",\"title\":\"T\",\"severity\":\"LOW\","
            + "\"position\":{\"map\":\"m\",\"x\":1,\"y\":-0.0,\"z\":2.50},\"fields\":{}}";
    String again =
        " {\"fields\":{},"
            + " \"position\":{\"z\":2.5,\"y\":0,\"map\":\"m\",\"x\":1.0},\"description\":\"\","
            + "\"severity\":\"LOW\",\"title\":\"\\u0054\",\"clientReportId\":\"00000000-0000-4000-8000-0000000000AB\"}";
    Received created = reports.submit(first);
    Received replayed = reports.submit(again);
    assertThat(created.status()).isEqualTo(201);
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.text()).isEqualTo(created.text());
    assertThat(replayed.header("Location")).isEqualTo(created.header("Location"));
  }

  @Test
  void aReplayTellsAStrangerNothingOfTriage() {
    String body = reports.body("");
    String id = reports.submit(body).body().get("reportId", UUID.class).toString();
    product
        .send("PATCH", "/service/reports/" + id)
        .as("triager")
        .header("If-Match", "\"1\"")
        .json("{\"status\":\"REJECTED\"}")
        .send();
    assertThat(reports.submit(body).text())
        .contains("\"status\":\"NEW\"")
        .doesNotContain("REJECTED");
  }

  @Test
  void anotherReportWithTheSameIdIsAConflict() {
    String body = reports.body("");
    reports.submit(body);
    Received answer = reports.submit(body.replace("HIGH", "LOW"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("different_body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'position':{'map':'m','x':1e400,'y':0,'z':0} | /position/x not_finite",
        "'position':{'map':'m','x':'NaN','y':0,'z':0} | /position/x wrong_type",
        "'position':{'map':'m','x':0,'y':0}           | /position/z required",
        "'position':{'map':' ','x':0,'y':0,'z':0}     | /position/map blank",
        "'build':null                                 | /build null_not_allowed",
        "'locale':'a\\nb'                             | /locale control_character",
        "'annotations':[{}]                           | /annotations/0 wrong_type",
        "'attachments':['x']                          | /attachments/0 bad_format",
        "'fields':{'a':1}                             | /fields/a wrong_type",
        "'fields':{'a':null}                          | /fields/a null_not_allowed",
        "'fields':{'a':['x',1]}                       | /fields/a/1 wrong_type",
        "'fields':{'a':{'b':true}}                    | /fields/a/b wrong_type",
        "'fields':[]                                  | /fields wrong_type",
        "'fields':{'a':{'b':{'c':'d'}}}               | /fields/a/b wrong_type",
        "'assignee':'me'                              | /assignee unknown_field",
      })
  void membersThatBreakTheShapeAreNamed(String more, String expected) {
    Received answer = reports.submit(reports.body(more.replace('\'', '"')));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
  }

  @Test
  void requiredMembersAreRequired() {
    assertThat(reports.submit("{}").errors())
        .containsExactly("/clientReportId required", "/title required", "/severity required");
    assertThat(reports.submit(reports.body("").replace("HIGH", "high")).errors())
        .containsExactly("/severity not_allowed");
  }

  @Test
  void fieldsThatBreakTheFormAreNamedByPointer() {
    product
        .send("PUT", "/service/clientconfiguration")
        .as("admin")
        .json(
            "{\"version\":0,\"fields\":[{\"title\":\"a/b~c\",\"type\":\"text\",\"maxChars\":3},"
                + "{\"title\":\"Machine\",\"type\":\"object\",\"properties\":[{\"title\":\"OS\","
                + "\"type\":\"predefined\",\"predefines\":[\"x\",\"y\"]}]}]}")
        .send();
    Received broken =
        reports.submit(
            reports.body(
                "\"fields\":{\"a/b~c\":\"long\",\"Machine\":{\"OS\":\"z\"},\"other\":\"v\"}"));
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.errors())
        .containsExactlyInAnyOrder(
            "/fields/a~1b~0c breaks_form",
            "/fields/Machine/OS breaks_form",
            "/fields/other breaks_form");
    Received fitting =
        reports.submit(reports.body("\"fields\":{\"a/b~c\":\"abc\",\"Machine\":{\"OS\":\"y\"}}"));
    assertThat(fitting.status()).isEqualTo(201);
  }
}
