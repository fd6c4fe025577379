package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.event.EventCodec;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {
  private static final String MAP = "/service/heatmaps/arena";

  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received show(String target) {
    return product.send("GET", target).as("triager").send();
  }

  private MessageOutcome count(String body) {
    return product.message("countReports").handle(new IncomingMessage("m", body, 1, Fakes.NOW));
  }

  private void submitted(String map, double x, double y) {
    String id =
        reports.submitted(
            "\"position\":{\"map\":\"%s\",\"x\":%s,\"y\":%s,\"z\":0}".formatted(map, x, y));
    String event =
        EventCodec.encode(
            new ReportSubmitted(new EventId(UUID.randomUUID()), Fakes.NOW, ReportId.parse(id)));
    assertThat(count(event)).isEqualTo(new MessageOutcome.Done());
    assertThat(count(event)).isEqualTo(new MessageOutcome.Done());
  }

  @Test
  void everyReportWithinBoundsCountsOnceInItsBin() {
    submitted("arena", -10, -10);
    submitted("arena", 10, 10);
    submitted("arena", 9, 0);
    submitted("arena", 10.5, 0);
    submitted("elsewhere", 0, 0);
    Received answer = show(MAP);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("\"from\":\"2026-11-15\",\"to\":\"2026-11-21\"", "\"columns\":4,\"rows\":2")
        .contains("\"total\":3")
        .contains(
            "\"bins\":[{\"column\":0,\"row\":0,\"count\":1},{\"column\":3,\"row\":1,\"count\":2}]");
    assertThat(show(MAP + "?severity=LOW").body().get("total", Long.class)).isZero();
    assertThat(show(MAP + "?to=2026-11-20").body().get("total", Long.class)).isZero();
    assertThat(show(MAP + "?from=2026-11-21").body().get("total", Long.class)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png|true",
        "image/avif,image/webp,image/*,*/*;q=0.8|true",
        "application/json;q=0.5, image/png|true",
        "image/png;q=0.5, application/json|false",
        "*/*|false",
        "image/png;q=0|false",
        "text/html|false",
        ";;,;q=x|false"
      })
  void whoeverPrefersAPictureGetsOne(String accept, boolean isPicture) {
    Received answer = product.send("GET", MAP).as("triager").header("Accept", accept).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type"))
        .isEqualTo(isPicture ? "image/png" : "application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?from=2026-11-22&to=2026-11-21|to bad_range",
        "?from=2026-10-21&to=2026-11-21|to bad_range",
        "?from=2026-02-30|from bad_format",
        "?to=today|to bad_format",
        "?severity=SEVERE|severity not_allowed"
      })
  void badQuestionsAreRefused(String query, String error) {
    Received answer = show(MAP + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void onlyMapsOfTheConfigurationAreThere() {
    assertThat(show("/service/heatmaps/elsewhere").code()).isEqualTo("not_found");
    assertThat(show(MAP + "?from=2026-10-22&to=2026-11-21").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"1e999", "-1e999"})
  void coordinatesThatAreNotFiniteAreRefusedAtTheDoor(String x) {
    Received answer =
        reports.submit(
            reports.body("\"position\":{\"map\":\"arena\",\"x\":" + x + ",\"y\":0,\"z\":0}"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("/position/x not_finite");
  }

  @Test
  void whatIsNoEventIsADeadLetterAndOtherEventsAreFine() {
    assertThat(count("{}")).isEqualTo(new MessageOutcome.DeadLetter("malformed"));
    String unknown =
        EventCodec.encode(
            new ReportSubmitted(
                new EventId(UUID.randomUUID()), Fakes.NOW, new ReportId(UUID.randomUUID())));
    assertThat(count(unknown)).isEqualTo(new MessageOutcome.Done());
    assertThat(show(MAP).body().list("bins", JsonObject.class)).isEmpty();
  }
}
