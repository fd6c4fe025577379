package dev.sallyport.inmemory.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.inmemory.attachment.QuotaTable.Usage;
import dev.sallyport.inmemory.event.OutboxTable;
import dev.sallyport.inmemory.shared.TimeIndex;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps attachments in maps of this process. Counters and the indexes change together with the
 * attachment, so that nothing is ever added up or searched for.
 *
 * <p>Memory: every attachment that was ever granted stays until the process ends (about half a
 * kilobyte each); counters of past windows and old replays are dropped.
 */
@Singleton
final class InMemoryAttachmentLedger implements AttachmentLedger {
  private static final int MAX_IDS = 100;

  private final Transactions transactions;
  private final OutboxTable outbox;
  private final UploadPolicy policy;

  private final Map<AttachmentId, Attachment> attachments = new HashMap<>();
  private final TimeIndex<AttachmentId> due = new TimeIndex<>();
  private final TimeIndex<AttachmentId> judged = new TimeIndex<>();
  private final QuotaTable quotas = new QuotaTable();
  private final ReplayTable replays = new ReplayTable();
  private long reservedBytes;

  /**
   * Makes an empty one.
   *
   * @param policy whose window a replay is charged in; a grant brings its own
   */
  @Inject
  InMemoryAttachmentLedger(Transactions transactions, OutboxTable outbox, UploadPolicy policy) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.policy = policy;
  }

  @Override
  public GrantOutcome grant(Grant grant, Instant now) {
    // Every attachment is an item, the account's counter is one, and the reserve is one.
    return transactions.write(grant.attachments().size() + 2, () -> grantNow(grant, now));
  }

  private GrantOutcome grantNow(Grant grant, Instant now) {
    requireNew(grant.attachments());
    UploadPolicy limits = grant.policy();
    QuotaWindow window = QuotaWindow.at(now, limits.quotaWindow());
    Usage used =
        quotas.used(window, grant.account()).plus(new Usage(grant.objects(), grant.bytes()));
    if (used.objects() > limits.quotaObjects() || used.bytes().exceeds(limits.quotaBytes())) {
      return new GrantOutcome.QuotaExceeded(window.end());
    }
    DataSize reserved = new DataSize(reservedBytes).plus(grant.bytes());
    if (reserved.exceeds(limits.quarantineBytes())) {
      return new GrantOutcome.QuarantineFull();
    }
    quotas.put(window, grant.account(), used);
    reservedBytes = reserved.bytes();
    for (Attachment attachment : grant.attachments()) {
      attachments.put(attachment.id(), attachment);
      due.add(attachment.dueAt(), attachment.id());
    }
    return new GrantOutcome.Granted();
  }

  private void requireNew(List<Attachment> granted) {
    Set<AttachmentId> ids = new HashSet<>();
    for (Attachment attachment : granted) {
      if (attachments.containsKey(attachment.id()) || !ids.add(attachment.id())) {
        throw new IllegalArgumentException("an attachment with this id exists");
      }
    }
  }

  @Override
  public Optional<Attachment> find(AttachmentId id) {
    return transactions.read(() -> Optional.ofNullable(attachments.get(id)));
  }

  @Override
  public List<Attachment> findAll(Collection<AttachmentId> ids) {
    Set<AttachmentId> distinct = Set.copyOf(ids);
    if (distinct.size() > MAX_IDS) {
      throw new IllegalArgumentException("at most 100 ids at a time");
    }
    return transactions.read(
        () -> distinct.stream().map(attachments::get).filter(Objects::nonNull).toList());
  }

  @Override
  public UpdateOutcome update(Attachment next, List<DomainEvent> events) {
    outbox.check(events);
    return transactions.write(2 + events.size(), () -> updateNow(next, events));
  }

  private UpdateOutcome updateNow(Attachment next, List<DomainEvent> events) {
    Attachment stored = attachments.get(next.id());
    if (stored == null || stored.revision() != next.revision() - 1) {
      return new UpdateOutcome.Stale();
    }
    long reserved =
        Math.addExact(reservedBytes - stored.reservedBytes().bytes(), next.reservedBytes().bytes());
    attachments.put(next.id(), next);
    reservedBytes = reserved;
    due.remove(stored.dueAt(), stored.id());
    if (!next.hasEnded()) {
      due.add(next.dueAt(), next.id());
    }
    if (next.state() instanceof Judged state) {
      judged.add(state.at(), next.id());
    }
    outbox.append(events);
    return new UpdateOutcome.Updated();
  }

  @Override
  public boolean forget(Attachment ended) {
    if (!ended.hasEnded()) {
      throw new IllegalArgumentException("only what has ended is forgotten");
    }
    return transactions.write(1, () -> forgetNow(ended));
  }

  private boolean forgetNow(Attachment ended) {
    if (!attachments.remove(ended.id(), ended)) {
      return false;
    }
    if (ended.state() instanceof Judged state) {
      judged.remove(state.at(), ended.id());
    }
    return true;
  }

  @Override
  public void chargeReplay(
      AttachmentId id, VersionId version, QuotaAccount account, DataSize size, Instant now) {
    // The mark of the version is an item, the account's counter the other.
    transactions.write(2, () -> chargeNow(id, version, account, size, now));
  }

  private boolean chargeNow(
      AttachmentId id, VersionId version, QuotaAccount account, DataSize size, Instant now) {
    if (replays.contains(id, version)) {
      return false;
    }
    QuotaWindow window = QuotaWindow.at(now, policy.quotaWindow());
    Usage used = quotas.used(window, account).plus(new Usage(1, size));
    replays.add(id, version, now);
    quotas.put(window, account, used);
    return true;
  }

  @Override
  public Page<Attachment> listDue(Instant now, int limit, Optional<PageToken> page) {
    return transactions.read(() -> stored(due.earliest(now, limit, page)));
  }

  @Override
  public Page<Attachment> listJudged(
      Instant since, Instant until, int limit, Optional<PageToken> page) {
    return transactions.read(() -> stored(judged.between(since, until, limit, page)));
  }

  private Page<Attachment> stored(Page<AttachmentId> ids) {
    return new Page<>(
        ids.items().stream().map(attachments::get).filter(Objects::nonNull).toList(), ids.next());
  }
}
