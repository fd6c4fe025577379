package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {
  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received list(String query) {
    return product.send("GET", "/service/reports" + query).as("triager").send();
  }

  private static List<String> ids(Received answer) {
    return answer.body().list("reports", JsonObject.class).stream()
        .map(report -> report.get("reportId", UUID.class).toString())
        .toList();
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    List<String> submitted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      submitted.addFirst(reports.submitted(""));
    }
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Received page = list("?limit=2" + next.get());
      seen.addAll(ids(page));
      next = page.body().find("next", String.class).map(token -> "&page=" + token);
    }
    assertThat(seen).isEqualTo(submitted);
  }

  @Test
  void filtersChooseByOneAttribute() {
    String high = reports.submitted("");
    String low =
        reports
            .submit(reports.body("").replace("HIGH", "LOW"))
            .body()
            .get("reportId", UUID.class)
            .toString();
    product
        .send("PATCH", "/service/reports/" + low)
        .as("triager")
        .header("If-Match", "\"1\"")
        .json("{\"status\":\"TRIAGED\",\"assignee\":\"s-1\"}")
        .send();
    assertThat(ids(list(""))).containsExactly(low, high);
    assertThat(ids(list("?severity=HIGH"))).containsExactly(high);
    assertThat(ids(list("?status=TRIAGED"))).containsExactly(low);
    assertThat(ids(list("?assignee=s-1"))).containsExactly(low);
    assertThat(ids(list("?assignee=s-2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?limit=0                 | limit below_minimum",
        "?limit=101               | limit above_maximum",
        "?limit=-1                | limit below_minimum",
        "?limit=ten               | limit wrong_type",
        "?limit=1.5               | limit wrong_type",
        "?limit=                  | limit wrong_type",
        "?limit=99999999999999999999 | limit above_maximum",
        "?limit=1&limit=2         | limit duplicate",
        "?status=new              | status not_allowed",
        "?severity=               | severity not_allowed",
        "?assignee=a%20b          | assignee bad_format",
        "?status=NEW&severity=LOW | severity too_many_filters",
        "?page=AAAA               | page bad_page_token",
        "?page=%2F                | page bad_format",
        "?offset=5                | offset unknown_parameter",
      })
  void parametersThatAreOutOfRangeAreNamed(String query, String expected) {
    Received answer = list(query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
  }

  @Test
  void aPageTokenBelongsToItsFilter() {
    reports.submitted("");
    reports.submitted("");
    String token = list("?limit=1&severity=HIGH").body().text("next");
    assertThat(list("?limit=1&severity=HIGH&page=" + token).status()).isEqualTo(200);
    assertThat(list("?limit=2&severity=HIGH&page=" + token).status()).isEqualTo(200);
    for (String other : List.of("", "severity=LOW&", "status=NEW&")) {
      assertThat(list("?" + other + "page=" + token).errors())
          .as(other)
          .containsExactly("page bad_page_token");
    }
  }
}
