package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received erase(String id) {
    return product.send("DELETE", "/service/reports/" + id).as("admin").send();
  }

  private Received show(String id) {
    return product.send("GET", "/service/erasures/" + id).as("admin").send();
  }

  @Test
  void aReportIsErasedByAJobThatListsWhatItRemoves() {
    String body = reports.body("");
    String id = reports.submit(body).body().get("reportId", UUID.class).toString();
    product
        .send("POST", "/service/reports/" + id + "/comments")
        .as("triager")
        .json("{\"text\":\"seen\"}")
        .send();
    Received started = erase(id);
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location")).isEqualTo("/service/erasures/" + id);
    assertThat(started.body().text("state")).isEqualTo("RUNNING");
    assertThat(started.body().text("requestedBy")).isEqualTo("s-admin");
    product.schedule("eraseReports").run();
    Received done = show(id);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().text("state")).isEqualTo("DONE");
    assertThat(done.body().list("removed", JsonObject.class))
        .extracting(thing -> thing.get("kind", ErasedThing.Kind.class))
        .containsExactly(ErasedThing.Kind.REPORT, ErasedThing.Kind.COMMENT);
    assertThat(product.send("GET", "/service/reports/" + id).as("triager").send().status())
        .isEqualTo(404);
    assertThat(erase(id).text()).contains("\"state\":\"DONE\"");
    Received again = reports.submit(body);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("erased");
  }

  @Test
  void anErasedReportIsGoneEvenWhereItWouldBeRefusedToday() {
    Reports.Granted granted = reports.grant();
    String body = reports.body("\"attachments\":[\"" + granted.id() + "\"]");
    String id =
        reports.submit(body, granted.receipt()).body().get("reportId", UUID.class).toString();
    assertThat(erase(id).status()).isEqualTo(202);
    product.schedule("eraseReports").run();
    assertThat(reports.submit(body, "r".repeat(43)).status()).isEqualTo(410);
  }

  @Test
  void pagesOfWhatWasRemovedFollowOneAnother() {
    String id = reports.submitted("");
    for (int i = 0; i < 3; i++) {
      product
          .send("POST", "/service/reports/" + id + "/comments")
          .as("triager")
          .json("{\"text\":\"seen\"}")
          .send();
    }
    erase(id);
    product.schedule("eraseReports").run();
    Received first = product.send("GET", "/service/erasures/" + id + "?limit=3").as("admin").send();
    assertThat(first.body().list("removed", JsonObject.class)).hasSize(3);
    String next = first.body().text("next");
    Received second =
        product.send("GET", "/service/erasures/" + id + "?limit=3&page=" + next).as("admin").send();
    assertThat(second.body().list("removed", JsonObject.class)).hasSize(1);
    assertThat(second.body().find("next", String.class)).isEmpty();
    assertThat(
            product
                .send("GET", "/service/erasures/" + id + "?page=forged")
                .as("admin")
                .send()
                .errors())
        .containsExactly("page bad_page_token");
  }

  @Test
  void whatIsNotThereCannotBeErased() {
    String nobody = "00000000-0000-4000-8000-000000000001";
    assertThat(erase(nobody).code()).isEqualTo("not_found");
    assertThat(show(nobody).code()).isEqualTo("not_found");
    String id = reports.submitted("");
    assertThat(product.send("DELETE", "/service/reports/" + id).as("triager").send().code())
        .isEqualTo("forbidden");
    assertThat(product.send("GET", "/service/reports/" + id).as("triager").send().status())
        .isEqualTo(200);
  }

  @Test
  void nothingIsErasedByItselfThatIsNotOldEnough() {
    String id = reports.submitted("");
    product.schedule("eraseOldReports").run();
    assertThat(show(id).status()).isEqualTo(404);
    product.fakes.retention = new RetentionPolicy(Optional.of(Duration.ofDays(1)));
    product.schedule("eraseOldReports").run();
    assertThat(show(id).status()).isEqualTo(404);
  }
}
