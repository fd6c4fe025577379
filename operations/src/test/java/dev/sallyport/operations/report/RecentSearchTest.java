package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.RememberSearch;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecentSearchTest {
  private final Product product = new Product();
  private final RememberSearch remember =
      new RememberSearch(product.fakes.searches, Clock.fixed(Fakes.NOW, ZoneOffset.UTC));

  private List<String> searches(String token) {
    return product
        .send("GET", "/service/searches/recent")
        .as(token)
        .send()
        .body()
        .list("searches", JsonObject.class)
        .stream()
        .map(search -> search.text("query"))
        .toList();
  }

  @Test
  void everyoneSeesOnesOwn() {
    remember.remember(new Subject("s-triager"), "crash", new TreeMap<>(Map.of("status", "NEW")));
    remember.remember(new Subject("s-triager"), "freeze", new TreeMap<>());
    assertThat(searches("triager")).containsExactly("freeze", "crash");
    assertThat(searches("admin")).isEmpty();
    assertThat(product.send("GET", "/service/searches/recent").as("triager").send().text())
        .contains("\"filters\":{\"status\":\"NEW\"},\"at\":\"2026-11-21T10:00:00Z\"");
  }
}
