package dev.sallyport.operations.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {
  private static final String QUEUES = "/service/operations/queues";

  private final Product product = new Product();

  private Received get(String path) {
    return product.send("GET", QUEUES + path).as("admin").send();
  }

  private void giveUp(String id, String body) {
    product.fakes.audit.dead.add(
        new DeadLetter(id, body, "malformed", Fakes.NOW, new ReceiptHandle(id)));
  }

  @Test
  void everyQueueIsCounted() {
    product.fakes.audit.sent.add("x");
    giveUp("1", "y");
    Received answer = get("");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().list("queues", JsonObject.class))
        .extracting(queue -> queue.text("queue"))
        .containsExactly(
            "activity", "audit", "heatmap", "pictures", "renditions", "sanitization", "tracker");
    assertThat(answer.text())
        .contains("{\"queue\":\"audit\",\"visible\":1,\"hidden\":0,\"delayed\":0,\"dead\":1}");
  }

  @Test
  void deadLettersAreShownWithTheirReasonsAndStay() {
    giveUp("1", "{\"id\":7}");
    giveUp("2", "\uD83D\uDE00".repeat(5000));
    Received answer = get("/audit/dead-letters");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "{\"id\":\"1\",\"reason\":\"malformed\",\"sentAt\":\""
                + Fakes.NOW
                + "\",\"message\":\"{\\\"id\\\":7}\",\"whole\":true}")
        .contains("\"whole\":false");
    assertThat(get("/audit/dead-letters").text()).isEqualTo(answer.text());
    assertThat(get("/audit/dead-letters?limit=1").body().list("deadLetters", JsonObject.class))
        .hasSize(1);
  }

  @Test
  void deadLettersGoBackWhenSomebodySaysSo() {
    giveUp("1", "y");
    Received answer = product.send("POST", QUEUES + "/audit/redrive").as("admin").send();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text()).contains("\"queue\":\"audit\"", "\"dead\":1");
    assertThat(product.fakes.audit.sent).containsExactly("y");
    assertThat(get("").text()).contains("{\"queue\":\"audit\",\"visible\":1,", "\"dead\":0");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nonsense/dead-letters, 404, not_found",
    "POST, /nonsense/redrive, 404, not_found",
    "GET, /audit/dead-letters?limit=0, 400, invalid_request",
    "GET, /audit/dead-letters?limit=11, 400, invalid_request",
    "GET, /audit/dead-letters?limit=x, 400, invalid_request"
  })
  void whatMakesNoSenseIsRefused(String method, String path, int status, String code) {
    Received answer = product.send(method, QUEUES + path).as("admin").send();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }
}
