package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received start(String body) {
    return product.send("POST", "/service/exports").as("triager").json(body).send();
  }

  private Received show(String id, String token) {
    return product.send("GET", "/service/exports/" + id).as(token).send();
  }

  private String started(String body) {
    Received answer = start(body);
    assertThat(answer.status()).isEqualTo(202);
    String id = answer.body().get("exportId", UUID.class).toString();
    assertThat(answer.header("Location")).isEqualTo("/service/exports/" + id);
    return id;
  }

  private String file(String id) {
    product.schedule("exportReports").run();
    return product.fakes.store.written.getOrDefault("exports/" + id + "/reports.csv", "");
  }

  @Test
  void reportsAreWrittenForWhoAskedAndCanBeHadForAShortTime() {
    String high = reports.submit(reports.body("").replace("It broke", "=HYPERLINK(1)")).text();
    assertThat(high).contains("reportId");
    reports.submit(reports.body("").replace("HIGH", "LOW"));
    String id = started("{\"severity\":\"HIGH\"}");
    assertThat(show(id, "triager").body().find("url", String.class)).isEmpty();

    String file = file(id);

    assertThat(file.split("\r\n", -1)).hasSize(3);
    assertThat(file).startsWith("\"reportId\",").contains("\"'=HYPERLINK(1)\"").endsWith("\"\r\n");
    Received done = show(id, "triager");
    assertThat(done.text()).contains("\"state\":\"DONE\",\"rows\":1,\"complete\":true");
    assertThat(done.body().text("url"))
        .startsWith("https://s3.example.com/clean/exports/" + id + "/reports.csv?")
        .contains("X-Amz-Signature=");
    assertThat(show(id, "admin").code()).isEqualTo("not_found");
    assertThat(show("00000000-0000-4000-8000-000000000001", "triager").code())
        .isEqualTo("not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"OLD\"}|/status not_allowed",
        "{\"severity\":7}|/severity wrong_type",
        "{\"severity\":null}|/severity null_not_allowed",
        "{\"assignee\":\"\"}|/assignee bad_format",
        "{\"colour\":\"red\"}|/colour unknown_field",
        "{\"status\":\"NEW\",\"severity\":\"LOW\"}|/status too_many_filters"
      })
  void badFiltersAreRefused(String body, String error) {
    Received answer = start(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
    assertThat(product.fakes.exports.running(100)).isEmpty();
  }
}
