package dev.sallyport.operations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.migration.port.MigrationLease.AcquireOutcome;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationOperationsTest {
  private static final String PATH = "/service/operations/migrations";

  private final Product product = new Product();

  private Received show(String query) {
    return product.send("GET", PATH + query).as("admin").send();
  }

  private Received run(String body) {
    return product.send("POST", PATH).as("admin").json(body).send();
  }

  @Test
  void whatWaitsIsShownAppliedAndShownAgain() {
    assertThat(show("").text()).contains("PENDING");
    assertThat(show("").text()).contains("add bio to every record of profiles");
    Received applied = run("{\"action\":\"MIGRATE\"}");
    assertThat(applied.status()).isEqualTo(200);
    assertThat(applied.text()).contains("FINISHED").contains("add_bio").contains("s-admin");
    assertThat(show("").text()).contains("APPLIED").doesNotContain("PENDING");
    assertThat(show("?rollback=1").text()).contains("remove bio from every record of profiles");
  }

  @Test
  void theNewestIsUndone() {
    run("{\"action\":\"MIGRATE\"}");
    Received undone = run("{\"action\":\"ROLLBACK\",\"count\":1}");
    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.text()).contains("DOWN").contains("add_bio").doesNotContain("create");
  }

  @Test
  void aFailedStepIsToldWithItsErrorAndRepaired() {
    product.fakes.migrations.refusal = Optional.of("the table is somebody else's");
    Received failed = run("{\"action\":\"MIGRATE\"}");
    assertThat(failed.status()).isEqualTo(200);
    assertThat(failed.text()).contains("FAILED").contains("the table is somebody else's");
    Received blocked = run("{\"action\":\"ROLLBACK\"}");
    assertThat(blocked.status()).isEqualTo(409);
    assertThat(blocked.code()).isEqualTo("migrations_blocked");
    assertThat(run("{\"action\":\"REPAIR\"}").text()).contains("REPAIRED");
    assertThat(show("").text()).doesNotContain("\"state\":\"FAILED\"");
  }

  @Test
  void whoeverComesSecondIsToldWhoIsAtIt() {
    product.fakes.migrations.held =
        Optional.of(new AcquireOutcome.Held(new Subject("tom"), Fakes.NOW));
    Received busy = run("{\"action\":\"MIGRATE\"}");
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.code()).isEqualTo("migrations_busy");
    assertThat(busy.text()).contains("tom");
    assertThat(product.fakes.migrations.runs).isEmpty();
  }

  @Test
  void driftStopsEverything() {
    run("{\"action\":\"MIGRATE\"}");
    MigrationRun run = product.fakes.migrations.runs.removeFirst();
    product.fakes.migrations.runs.addFirst(
        new MigrationRun(
            run.number(),
            run.id(),
            Sha256.of(new byte[0]),
            run.direction(),
            run.by(),
            run.startedAt(),
            run.place(),
            run.outcome(),
            run.revision()));
    assertThat(run("{\"action\":\"MIGRATE\"}").code()).isEqualTo("migrations_drifted");
    assertThat(show("").text()).contains("DRIFTED");
  }

  @Test
  void wishesThatMakeNoSenseChangeNothing() {
    for (String body :
        new String[] {
          "{}",
          "{\"action\":null}",
          "{\"action\":7}",
          "{\"action\":\"DROP\"}",
          "{\"action\":\"MIGRATE\",\"count\":1}",
          "{\"action\":\"ROLLBACK\",\"count\":0}",
          "{\"action\":\"ROLLBACK\",\"count\":1001}",
          "{\"action\":\"ROLLBACK\",\"force\":true}"
        }) {
      Received answer = run(body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.code()).as(body).isEqualTo("invalid_request");
    }
    assertThat(product.fakes.migrations.runs).isEmpty();
  }
}
