package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Received;
import org.junit.jupiter.api.Test;

/** How it stands with the queues, for operators. */
public interface QueueHttpContract extends HttpTarget {
  @Test
  default void adminsSeeTheQueuesAndWhatTheyHaveGivenUp() {
    String path = "/service/operations/queues";
    Received queues = driver().send("GET", path).as(adminToken()).send();
    assertThat(queues.status()).as(queues.text()).isEqualTo(200);
    assertThat(queues.json().list("queues"))
        .extracting(queue -> queue.text("queue"))
        .containsExactly(
            "activity", "audit", "heatmap", "pictures", "renditions", "sanitization", "tracker");
    Received letters = driver().send("GET", path + "/tracker/dead-letters").as(adminToken()).send();
    assertThat(letters.status()).as(letters.text()).isEqualTo(200);
    assertThat(letters.json().list("deadLetters")).isEmpty();
    Received redriven = driver().send("POST", path + "/tracker/redrive").as(adminToken()).send();
    assertThat(redriven.status()).as(redriven.text()).isEqualTo(202);
    assertRefused(
        driver().send("POST", path + "/none/redrive").as(adminToken()).send(), 404, "not_found");
    assertRefused(driver().send("GET", path).as(triagerToken()).send(), 403, "forbidden");
  }
}
