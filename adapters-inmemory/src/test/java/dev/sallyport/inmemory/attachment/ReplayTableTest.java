package dev.sallyport.inmemory.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.shared.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTableTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  private final AttachmentSamples samples = new AttachmentSamples(new Random(3));
  private final ReplayTable table = new ReplayTable();

  @Test
  void replaysAreForgottenAfterTheirTime() {
    for (int day = 0; day < 100; day++) {
      table.add(samples.id(), samples.version(), NOW.plus(Duration.ofDays(day)));
    }

    assertThat(table.size()).isEqualTo(AttachmentLedger.REPLAY_MEMORY.toDays() + 1);
  }

  @Test
  void replayIsRememberedForItsTime() {
    AttachmentId id = samples.id();
    VersionId version = samples.version();
    table.add(id, version, NOW);

    table.add(samples.id(), samples.version(), NOW.plus(AttachmentLedger.REPLAY_MEMORY));
    assertThat(table.contains(id, version)).isTrue();
    assertThat(table.contains(id, samples.version())).isFalse();

    table.add(
        samples.id(), samples.version(), NOW.plus(AttachmentLedger.REPLAY_MEMORY).plusMillis(1));
    assertThat(table.contains(id, version)).isFalse();
  }
}
