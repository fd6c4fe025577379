package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotaWindowTest {
  @Test
  void windowOfAnHourIsTheHour() {
    Instant start = Instant.parse("2026-11-21T12:00:00Z");
    Instant end = Instant.parse("2026-11-21T13:00:00Z");
    QuotaWindow hour = new QuotaWindow(start, end);

    assertThat(QuotaWindow.at(start, Duration.ofHours(1))).isEqualTo(hour);
    assertThat(QuotaWindow.at(end.minusNanos(1), Duration.ofHours(1))).isEqualTo(hour);
    assertThat(QuotaWindow.at(end, Duration.ofHours(1)).start()).isEqualTo(end);
  }

  @Test
  void everyInstantIsInItsWindowAndWindowsFollowWithoutGap() {
    Random random = new Random(19);
    for (int i = 0; i < 1_000; i++) {
      Instant instant = Instant.ofEpochMilli(random.nextLong(-1L << 40, 1L << 41));
      Duration length = Duration.ofMillis(random.nextLong(1, 1L << 32));

      QuotaWindow window = QuotaWindow.at(instant, length);

      assertThat(instant).isBetween(window.start(), window.end().minusMillis(1));
      assertThat(Duration.between(window.start(), window.end())).isEqualTo(length);
      assertThat(window.start().toEpochMilli() % length.toMillis()).isZero();
      assertThat(QuotaWindow.at(window.end(), length).start()).isEqualTo(window.end());
    }
  }

  @Test
  void windowOfNoLengthIsRefused() {
    assertThatThrownBy(() -> new QuotaWindow(Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
