package dev.sallyport.inmemory.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.inmemory.attachment.QuotaTable.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotaTableTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Usage SOME = new Usage(1, new DataSize(7));

  private final AttachmentSamples samples = new AttachmentSamples(new Random(3));
  private final QuotaTable table = new QuotaTable();

  @Test
  void countersOfPastWindowsAreDropped() {
    for (int hour = 0; hour < 50; hour++) {
      QuotaWindow window = QuotaWindow.at(NOW.plus(HOUR.multipliedBy(hour)), HOUR);
      for (int i = 0; i < 10; i++) {
        table.put(window, samples.account(), SOME);
      }
    }

    assertThat(table.size()).isEqualTo(20);
  }

  @Test
  void processWhoseClockIsBehindStillFindsTheWindowBefore() {
    QuotaAccount account = samples.account();
    QuotaWindow before = QuotaWindow.at(NOW, HOUR);
    table.put(before, account, SOME);

    table.put(QuotaWindow.at(NOW.plus(HOUR), HOUR), samples.account(), SOME);

    assertThat(table.used(before, account)).isEqualTo(SOME);
  }
}
