package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A ledger with a policy and what these tests do with it. */
final class Accounts {
  private final AttachmentSamples samples = new AttachmentSamples(new Random(87));
  private final UploadPolicy policy;
  private final AttachmentLedger ledger;

  Accounts(UploadPolicy policy, AttachmentLedger ledger) {
    this.policy = policy;
    this.ledger = ledger;
  }

  private Grant of(QuotaAccount account, int objects, long bytesEach, Instant now) {
    return new Grant(
        account,
        Stream.generate(() -> samples.granted(account, bytesEach, now)).limit(objects).toList(),
        policy);
  }

  GrantOutcome grant(QuotaAccount account, int objects, long bytesEach, Instant now) {
    return ledger.grant(of(account, objects, bytesEach, now), now);
  }

  Attachment granted(QuotaAccount account, long bytes) {
    Grant grant = of(account, 1, bytes, QuotaContract.NOW);
    assertThat(ledger.grant(grant, QuotaContract.NOW)).isEqualTo(new GrantOutcome.Granted());
    return grant.attachments().getFirst();
  }

  void charge(QuotaAccount account, AttachmentId id, VersionId version, long bytes, Instant now) {
    ledger.chargeReplay(id, version, account, new DataSize(bytes), now);
  }

  /** Makes so many grants of one byte for each runner of a race. */
  List<List<Grant>> grants(QuotaAccount account, int each) {
    return IntStream.range(0, Race.THREADS)
        .mapToObj(
            _ -> Stream.generate(() -> of(account, 1, 1, QuotaContract.NOW)).limit(each).toList())
        .toList();
  }

  long race(List<List<Grant>> grants) {
    List<Long> counts =
        Race.run(n ->
            grants.get(n).stream()
                .map(grant -> ledger.grant(grant, QuotaContract.NOW))
                .filter(GrantOutcome.Granted.class::isInstance)
                .count());
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  AttachmentSamples samples() {
    return samples;
  }

  UploadPolicy policy() {
    return policy;
  }

  AttachmentLedger ledger() {
    return ledger;
  }
}
