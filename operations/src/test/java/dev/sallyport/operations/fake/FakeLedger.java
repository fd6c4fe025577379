package dev.sallyport.operations.fake;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger whose outcomes and failures a test can choose. */
public final class FakeLedger implements AttachmentLedger {
  public final Map<AttachmentId, Attachment> attachments = new HashMap<>();
  public final List<QuotaAccount> charged = new ArrayList<>();
  public Optional<GrantOutcome> refusal = Optional.empty();
  public Optional<RuntimeException> failure = Optional.empty();

  @Override
  public GrantOutcome grant(Grant grant, Instant now) {
    fail();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    charged.add(grant.account());
    grant.attachments().forEach(attachment -> attachments.put(attachment.id(), attachment));
    return new GrantOutcome.Granted();
  }

  @Override
  public Optional<Attachment> find(AttachmentId id) {
    fail();
    return Optional.ofNullable(attachments.get(id));
  }

  @Override
  public List<Attachment> findAll(Collection<AttachmentId> ids) {
    fail();
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public UpdateOutcome update(Attachment next, List<DomainEvent> events) {
    fail();
    Attachment before = attachments.get(next.id());
    if (before == null || before.revision() + 1 != next.revision()) {
      return new UpdateOutcome.Stale();
    }
    attachments.put(next.id(), next);
    return new UpdateOutcome.Updated();
  }

  @Override
  public void chargeReplay(
      AttachmentId id, VersionId version, QuotaAccount account, DataSize size, Instant now) {
    charged.add(account);
  }

  @Override
  public Page<Attachment> listDue(Instant now, int limit, Optional<PageToken> page) {
    return new Page<>(
        attachments.values().stream()
            .filter(attachment -> !attachment.hasEnded() && !attachment.dueAt().isAfter(now))
            .limit(limit)
            .toList(),
        Optional.empty());
  }

  @Override
  public Page<Attachment> listJudged(
      Instant since, Instant until, int limit, Optional<PageToken> page) {
    return new Page<>(
        attachments.values().stream()
            .filter(attachment ->
                attachment.state() instanceof Judged judged
                    && !judged.at().isBefore(since)
                    && !judged.at().isAfter(until))
            .limit(limit)
            .toList(),
        Optional.empty());
  }

  @Override
  public boolean forget(Attachment ended) {
    return attachments.remove(ended.id(), ended);
  }

  private void fail() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
