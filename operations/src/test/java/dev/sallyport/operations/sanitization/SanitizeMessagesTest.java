package dev.sallyport.operations.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SanitizeMessagesTest {
  private static final String KEY = "attachments/00000000-0000-4000-8000-000000000001";

  private final Product product = new Product();
  private final MessageOperation operation = product.message("sanitizeAttachments");

  private static IncomingMessage message(String body) {
    return new IncomingMessage("m-1", body, 1, Fakes.NOW);
  }

  private static String notification(String version) {
    return S3EventCodec.encode(
        new ArrivedObject(KEY, new VersionId(version), DataSize.ofBytes(1)),
        "quarantine",
        Fakes.NOW);
  }

  @Test
  void itTakesTheSanitizationQueueForLongerThanAllChecks() {
    assertThat(operation.queue()).isEqualTo("sanitization");
    assertThat(operation.visibility()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void everyObjectOfAMessageIsSettled() {
    String first = notification("v1");
    String second = notification("v2");
    String both =
        first.substring(0, first.lastIndexOf(']'))
            + ","
            + second.substring(second.indexOf('[') + 1);
    assertThat(operation.handle(message(both))).isEqualTo(new MessageOutcome.Done());
    // Nobody was granted this key, so both versions are removed unread.
    assertThat(product.fakes.store.deleted).containsExactly(KEY + "@v1", KEY + "@v2");
  }

  @Test
  void malformedMessagesAreDeadAtOnce() {
    assertThat(operation.handle(message("{}")))
        .isEqualTo(new MessageOutcome.DeadLetter("malformed"));
  }

  @Test
  void failuresOfPortsAreTriedAgain() {
    product.fakes.ledger.failure = Optional.of(new PortUnavailableException("down", null));
    assertThat(operation.handle(message(notification("v1"))))
        .isEqualTo(new MessageOutcome.RetryAfter(Backoff.after("m-1", 1), "port_unavailable"));
    product.fakes.ledger.failure = Optional.of(new OutcomeUnknownException("lost", null));
    assertThat(operation.handle(message(notification("v1"))))
        .isEqualTo(new MessageOutcome.RetryAfter(Backoff.after("m-1", 1), "outcome_unknown"));
  }

  @Test
  void whatIsEnqueuedIsWhatTheReaderUnderstands() {
    product
        .component()
        .sanitizationQueue()
        .enqueue(new ObjectKey(KEY), new VersionId("v9"), DataSize.ofBytes(7));
    assertThat(product.fakes.sanitization.sent).hasSize(1);
    assertThat(operation.handle(message(product.fakes.sanitization.sent.getFirst())))
        .isEqualTo(new MessageOutcome.Done());
    assertThat(product.fakes.store.deleted).containsExactly(KEY + "@v9");
  }

  @Test
  void waitsDoubleUpToTheirLimitAndAreSpread() {
    for (int count = 1; count < 60; count++) {
      long full = Math.min(2000L << Math.min(count - 1, 20), 900_000);
      assertThat(Backoff.after("m-1", count).toMillis()).isBetween(full / 2, full);
    }
    assertThat(Backoff.after("m-1", 5)).isNotEqualTo(Backoff.after("m-2", 5));
    assertThat(Backoff.after("m-1", 5)).isEqualTo(Backoff.after("m-1", 5));
  }
}
