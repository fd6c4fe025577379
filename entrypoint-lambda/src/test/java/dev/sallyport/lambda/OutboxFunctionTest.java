package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutboxFunctionTest {

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<DomainEvent> events = new ArrayList<>();
  private int looks;
  private boolean available = true;

  private final Outbox outbox =
      new Outbox() {
        @Override
        public List<DomainEvent> pending(int limit) {
          if (!available) {
            throw new PortUnavailableException("a stranger's secret", null);
          }
          looks++;
          return List.copyOf(events.subList(0, Math.min(limit, events.size())));
        }

        @Override
        public void acknowledge(Collection<DomainEvent> carried) {
          events.removeAll(carried);
        }
      };

  private final OutboxFunction function =
      new OutboxFunction(
          DaggerRelayComponent.factory()
              .create(outbox, new Queues(Map.of()), new Subscriptions(Map.of()), metrics)
              .relay(),
          metrics);

  private void fill(int count) {
    ReportSamples samples = new ReportSamples(new Random(42));
    for (int i = 0; i < count; i++) {
      events.add(samples.submitted(samples.report(Instant.EPOCH.plusSeconds(i))));
    }
  }

  private static Duration plenty() {
    return Duration.ofMinutes(1);
  }

  @Test
  void anEmptyOutboxIsLookedIntoOnce() {
    function.run(OutboxFunctionTest::plenty);
    assertThat(looks).isEqualTo(1);
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void eventsAreCarriedOnUntilTheOutboxIsEmpty() {
    fill(250);
    function.run(OutboxFunctionTest::plenty);
    assertThat(events).isEmpty();
    assertThat(metrics.flushed).hasSize(250);
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void shortTimeEndsItAfterOneLookAndTheRestStays() {
    fill(250);
    function.run(() -> Duration.ofSeconds(20));
    assertThat(looks).isEqualTo(1);
    assertThat(events).hasSize(150);
  }

  @Test
  void aFailureIsTheInvocationsWithoutWhatItSays() {
    available = false;
    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() -> function.run(OutboxFunctionTest::plenty))
        .withMessage("events could not be carried on")
        .withNoCause();
    assertThat(metrics.flushes).isEqualTo(1);
  }
}
