package dev.sallyport.http.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A stranger who hands in reports and asks again, with the same words, until there is an answer.
 */
final class Sender {
  private static final int MOST_ATTEMPTS = 100;

  private final ForkedServer server;
  private final AtomicInteger answers;

  Sender(ForkedServer server, AtomicInteger answers) {
    this.server = server;
    this.answers = answers;
  }

  /** What was handed in and accepted. */
  record Sent(Form form, String reportId) {}

  /** Asks for a form, posts a small text by it and sends the report that it belongs to. */
  Sent send(int number) {
    byte[] text = ("line " + number + "\n").getBytes(StandardCharsets.US_ASCII);
    Form form = granted(number, text.length);
    Received stored = HttpDriver.post(form, text);
    assertThat(stored.status()).as(stored.text()).isBetween(200, 204);
    String clientReportId = HttpDriver.uniqueId();
    String report =
        "{\"clientReportId\":\"%s\",\"title\":\"Report %d\",\"severity\":\"LOW\",\"attachments\":[\"%s\"]}"
            .formatted(clientReportId, number, form.attachmentId());
    Received accepted =
        persist(() ->
            server
                .driver()
                .send("POST", "/service/reports")
                .header("Sallyport-Receipt", form.receipt())
                .json(report)
                .send());
    assertThat(accepted.status()).as(accepted.text()).isIn(200, 201);
    return new Sent(form, accepted.json().text("reportId"));
  }

  private Form granted(int number, int size) {
    String wanted =
        "{\"attachments\":[{\"name\":\"log-%d.txt\",\"contentType\":\"text/plain\",\"size\":%d}]}"
            .formatted(number, size);
    Received granted =
        persist(() -> server.driver().send("POST", "/service/upload").json(wanted).send());
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    return HttpDriver.forms(granted).getFirst();
  }

  /** Asks until something answers that is not out of order. */
  Received persist(Supplier<Received> request) {
    String last = "";
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      int generation = server.generation();
      try {
        Received answer = request.get();
        if (answer.status() != 429 && answer.status() < 500) {
          answers.incrementAndGet();
          return answer;
        }
        last = answer.text();
      } catch (UncheckedIOException broken) {
        server.awaitAfter(generation);
      }
    }
    throw new AssertionError("no answer after " + MOST_ATTEMPTS + " attempts: " + last);
  }
}
