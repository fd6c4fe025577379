package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What admins are told about migrations, and what they make of them. */
public interface MigrationHttpContract extends HttpTarget {
  /** Where they are. */
  String MIGRATIONS = "/service/operations/migrations";

  private Received show(String query) {
    return driver().send("GET", MIGRATIONS + query).as(adminToken()).send();
  }

  private Received run(String body) {
    return driver().send("POST", MIGRATIONS).as(adminToken()).json(body).send();
  }

  /** Asks until it is done, which takes some seconds at most. */
  private Received migrated() {
    Received answer = run("{\"action\":\"MIGRATE\"}");
    for (int asked = 0; answer.status() == 202 && asked < 30; asked++) {
      answer = run("{\"action\":\"MIGRATE\"}");
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().text("result")).isEqualTo("FINISHED");
    return answer;
  }

  @Test
  default void whatWaitsIsAppliedOnceAndShownAsApplied() {
    migrated();

    assertThat(migrated().json().list("runs")).isEmpty();
    JsonNode status = show("").json();
    assertThat(status.list("migrations"))
        .isNotEmpty()
        .allSatisfy(migration -> assertThat(migration.text("state")).isEqualTo("APPLIED"));
    assertThat(status.list("plan")).isEmpty();
    List<JsonNode> undone = show("?rollback=1").json().list("plan");
    assertThat(undone).hasSize(1);
    assertThat(undone.getFirst().text("direction")).isEqualTo("DOWN");
  }

  @Test
  default void wishesThatCannotBeAreRefusedAndChangeNothing() {
    migrated();
    String before = show("").text();
    String tooMuch = "{\"action\":\"" + "M".repeat(5_000) + "\"}";
    assertRefused(run(tooMuch), 413, "body_too_large");
    for (String body :
        List.of(
            "{}",
            "[]",
            "7",
            "{\"action\":null}",
            "{\"action\":7}",
            "{\"action\":\"DROP\"}",
            "{\"action\":\"ROLLBACK\",\"count\":\"1\"}",
            "{\"action\":\"ROLLBACK\",\"count\":0}",
            "{\"action\":\"ROLLBACK\",\"count\":1001}",
            "{\"action\":\"ROLLBACK\",\"count\":1.5}",
            "{\"action\":\"MIGRATE\",\"count\":1}",
            "{\"action\":\"ROLLBACK\",\"force\":true}")) {
      assertRefused(run(body), 400, "invalid_request");
    }
    for (String query : List.of("?rollback=0", "?rollback=x", "?rollback=1001", "?force=1")) {
      assertRefused(show(query), 400, "invalid_request");
    }
    assertThat(show("").text()).isEqualTo(before);
  }

  @Test
  default void migrationsAreForAdminsOnly() {
    String admin = adminToken();
    String tampered = admin.substring(0, admin.lastIndexOf('.') + 1) + "AAAA";
    for (String method : List.of("GET", "POST")) {
      String body = "{\"action\":\"MIGRATE\"}";
      assertRefused(driver().send(method, MIGRATIONS).json(body).send(), 401, "unauthenticated");
      assertRefused(
          driver().send(method, MIGRATIONS).as(tampered).json(body).send(), 401, "unauthenticated");
      for (String token : List.of(userToken(), triagerToken())) {
        assertRefused(
            driver().send(method, MIGRATIONS).as(token).json(body).send(), 403, "forbidden");
      }
    }
  }
}
