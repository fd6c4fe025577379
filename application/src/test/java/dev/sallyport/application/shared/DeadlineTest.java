package dev.sallyport.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Deadline deadline = Deadline.after(Duration.ofSeconds(10), clock);

  @Test
  void itHasComeExactlyAtItsEnd() {
    pass(9);
    assertThatCode(deadline::check).doesNotThrowAnyException();
    assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(1));
    pass(1);
    assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(deadline::check);
    pass(5);
    assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
  }

  @Test
  void timeThatDoesNotCountMovesIt() {
    pass(9);
    String waited =
        deadline.withoutCounting(() -> {
          pass(60);
          return "memory";
        });
    assertThat(waited).isEqualTo("memory");
    assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aWaitThatFailsDoesNotCountEither() {
    assertThatExceptionOfType(PortUnavailableException.class)
        .isThrownBy(() ->
            deadline.withoutCounting(() -> {
              pass(60);
              throw new PortUnavailableException("no memory", null);
            }));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(10));
  }

  private void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }
}
