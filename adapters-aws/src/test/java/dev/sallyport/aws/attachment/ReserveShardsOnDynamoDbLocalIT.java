package dev.sallyport.aws.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A reserve that is spread over eight items promises no more than one that is not. */
class ReserveShardsOnDynamoDbLocalIT {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Room for five objects of a hundred bytes in each of eight shards. */
  private static final UploadPolicy POLICY = policy(1, 100, 8 * 500);

  private final AttachmentLedger ledger = DynamoDbFamily.open(POLICY).ledger();
  private final AttachmentSamples samples = new AttachmentSamples(new Random(3));

  @Test
  void everyShardIsFilledBeforeTheQuarantineIsFull() {
    List<Attachment> granted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      granted.add(grant(100));
    }

    assertThat(tryToGrant(samples.granted(samples.account(), 1, NOW)))
        .isEqualTo(new GrantOutcome.QuarantineFull());

    // What one gives back is found again, in whichever shard it is.
    for (Attachment given : granted.subList(0, 5)) {
      ledger.update(given.expire(ReasonCode.NEVER_UPLOADED, NOW), List.of());
      grant(100);
    }
    assertThat(tryToGrant(samples.granted(samples.account(), 1, NOW)))
        .isEqualTo(new GrantOutcome.QuarantineFull());
  }

  @Test
  void racingGrantsFillEveryShardAndNoMore() {
    List<List<Attachment>> wanted = new ArrayList<>();
    for (int runner = 0; runner < Race.THREADS; runner++) {
      List<Attachment> some = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        some.add(samples.granted(samples.account(), 100, NOW));
      }
      wanted.add(some);
    }

    List<Long> granted =
        Race.run(runner ->
            wanted.get(runner).stream()
                .map(this::tryToGrant)
                .filter(new GrantOutcome.Granted()::equals)
                .count());

    assertThat(granted.stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
  }

  @Test
  void thereAreNeverMoreShardsThanHoldTheLargestCall() {
    assertThat(QuarantineReserve.shards(UploadPolicy.defaults(), 8)).isEqualTo(8);
    assertThat(QuarantineReserve.shards(UploadPolicy.defaults(), 64)).isEqualTo(25);
    assertThat(QuarantineReserve.shards(UploadPolicy.defaults(), 1)).isEqualTo(1);
    assertThat(QuarantineReserve.shards(policy(1, 100, 299), 8)).isEqualTo(2);
    assertThat(QuarantineReserve.shards(policy(90, 100, 100), 8)).isEqualTo(1);
  }

  private Attachment grant(long bytes) {
    Attachment attachment = samples.granted(samples.account(), bytes, NOW);
    assertThat(tryToGrant(attachment)).isEqualTo(new GrantOutcome.Granted());
    return attachment;
  }

  private GrantOutcome tryToGrant(Attachment attachment) {
    return ledger.grant(new Grant(attachment.account(), List.of(attachment), POLICY), NOW);
  }

  private static UploadPolicy policy(int forms, long maxBytes, long quarantineBytes) {
    return new UploadPolicy(
        forms,
        0,
        Duration.ofMinutes(5),
        new DataSize(maxBytes),
        new Encryption.Aes256(),
        Duration.ofHours(1),
        1_000,
        new DataSize(1 << 20),
        new DataSize(quarantineBytes));
  }
}
