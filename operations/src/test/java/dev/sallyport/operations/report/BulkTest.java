package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.TriageMany;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received bulk(String... changes) {
    return product
        .send("POST", "/service/reports/bulk")
        .as("triager")
        .json("{\"changes\":[" + String.join(",", changes) + "]}")
        .send();
  }

  private static String change(String id, long version, String status) {
    return "{\"reportId\":\"%s\",\"version\":%d,\"status\":\"%s\"}".formatted(id, version, status);
  }

  private String shown(String id) {
    return product.send("GET", "/service/reports/" + id).as("triager").send().text();
  }

  private static List<String> results(Received answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().list("results", JsonObject.class).stream()
        .map(result ->
            result.get("result", Enum.class).name()
                + result.find("version", Long.class).map(v -> " " + v).orElse(""))
        .toList();
  }

  @Test
  void eachReportHasAResultOfItsOwn() {
    String first = reports.submitted("");
    String second = reports.submitted("");
    String third = reports.submitted("");
    bulk(change(second, 1, "TRIAGED"));

    Received answer =
        bulk(
            change(first, 1, "RESOLVED"),
            change(second, 1, "RESOLVED"),
            change(UNKNOWN, 1, "RESOLVED"),
            change(third, 1, "NEW"));

    assertThat(results(answer)).containsExactly("CHANGED 2", "STALE 2", "NOT_FOUND", "CHANGED 1");
    assertThat(shown(first)).contains("\"status\":\"RESOLVED\"");
    assertThat(shown(second)).contains("\"status\":\"TRIAGED\"");
  }

  @Test
  void nothingIsChangedByARequestThatDoesNotFit() {
    String id = reports.submitted("");
    assertThat(bulk().errors()).containsExactly("/changes too_few_items");
    assertThat(bulk(change(id, 1, "NEW"), change(id, 1, "RESOLVED")).errors())
        .containsExactly("/changes/1/reportId duplicate");
    assertThat(bulk(change(id, 1, "RESOLVED"), change(id, 1, "GONE")).status()).isEqualTo(400);
    assertThat(bulk(change(id, 0, "RESOLVED")).status()).isEqualTo(400);
    assertThat(bulk("{\"reportId\":\"" + id + "\",\"status\":\"RESOLVED\"}").errors())
        .containsExactly("/changes/0/version required");
    assertThat(bulk("null").status()).isEqualTo(400);
    String[] many =
        IntStream.rangeClosed(0, TriageMany.MAX)
            .mapToObj(i -> change("00000000-0000-4000-8000-%012d".formatted(i), 1, "NEW"))
            .toArray(String[]::new);
    assertThat(bulk(many).errors()).containsExactly("/changes too_many_items");
    assertThat(shown(id)).contains("\"version\":1");
  }

  @Test
  void aStoreThatIsAwayTakesNoResultsWithIt() {
    String first = reports.submitted("");
    String second = reports.submitted("");
    String third = reports.submitted("");
    product.fakes.reports.failures.put(
        ReportId.parse(second), new OutcomeUnknownException("secret", null));
    assertThat(
            results(
                bulk(
                    change(first, 1, "RESOLVED"),
                    change(second, 1, "RESOLVED"),
                    change(third, 1, "RESOLVED"))))
        .containsExactly("CHANGED 2", "UNKNOWN", "UNAVAILABLE");
    product.fakes.reports.failures.put(
        ReportId.parse(second), new PortUnavailableException("secret", null));
    Received answer =
        bulk(change(first, 2, "NEW"), change(second, 1, "REJECTED"), change(third, 1, "NEW"));
    assertThat(results(answer)).containsExactly("CHANGED 3", "UNAVAILABLE", "UNAVAILABLE");
    assertThat(answer.text()).doesNotContain("secret");
  }
}
