package dev.sallyport.aws.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.attachment.AttachmentCodec.Stored;
import dev.sallyport.aws.event.OutboxWriter;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps attachments in one table, with the counters that change in the same transactions.
 *
 * <p>Every write is one transaction: an attachment is put only in place of the revision before it.
 */
final class DynamoDbAttachmentLedger implements AttachmentLedger {
  private static final String WHAT = "attachments";

  /** Where the counters stand in a grant's transaction: what they refuse explains the rest. */
  private static final int QUOTA = 0;

  private static final int RESERVE = 1;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final QuotaCounters quotas;
  private final QuarantineReserve reserve;
  private final DueList due;
  private final JudgedList judged;
  private final OutboxWriter outbox;
  private final UploadPolicy policy;
  private final String table;

  /**
   * Makes one.
   *
   * @param policy whose window a replay is charged in; a grant brings its own
   */
  @Inject
  DynamoDbAttachmentLedger(
      TableReads reads,
      TableTransactions transactions,
      QuotaCounters quotas,
      QuarantineReserve reserve,
      DueList due,
      JudgedList judged,
      OutboxWriter outbox,
      UploadPolicy policy,
      TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.quotas = quotas;
    this.reserve = reserve;
    this.due = due;
    this.judged = judged;
    this.outbox = outbox;
    this.policy = policy;
    this.table = settings.attachments();
  }

  @Override
  public GrantOutcome grant(Grant grant, Instant now) {
    requireDistinct(grant.attachments());
    UploadPolicy limits = grant.policy();
    QuotaWindow window = QuotaWindow.at(now, limits.quotaWindow());
    if (grant.objects() > limits.quotaObjects() || grant.bytes().exceeds(limits.quotaBytes())) {
      return new GrantOutcome.QuotaExceeded(window.end());
    }
    if (reserve.neverFits(grant)) {
      return new GrantOutcome.QuarantineFull();
    }
    int first = reserve.firstShard(grant);
    GrantOutcome outcome = grant(grant, window, first);
    if (outcome instanceof GrantOutcome.QuarantineFull) {
      for (int other : reserve.othersWithRoom(grant, first)) {
        outcome = grant(grant, window, other);
        if (!(outcome instanceof GrantOutcome.QuarantineFull)) {
          break;
        }
      }
    }
    return outcome;
  }

  private GrantOutcome grant(Grant grant, QuotaWindow window, int shard) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        quotas.charge(grant.account(), window, grant.objects(), grant.bytes(), grant.policy()));
    items.add(reserve.reserve(shard, grant));
    grant.attachments().forEach(one -> items.add(putNew(new Stored(one, shard))));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new GrantOutcome.Granted();
      case TransactionOutcome.Refused refused ->
          switch (refused.positions().first()) {
            case QUOTA -> new GrantOutcome.QuotaExceeded(window.end());
            case RESERVE -> new GrantOutcome.QuarantineFull();
            default -> throw exists();
          };
    };
  }

  private static void requireDistinct(List<Attachment> granted) {
    Set<AttachmentId> ids = new HashSet<>();
    for (Attachment attachment : granted) {
      if (!ids.add(attachment.id())) {
        throw exists();
      }
    }
  }

  private static IllegalArgumentException exists() {
    return new IllegalArgumentException("an attachment with this id exists");
  }

  private TransactWriteItem putNew(Stored stored) {
    return item(put(stored).conditionExpression("attribute_not_exists(id)").build());
  }

  private TransactWriteItem replace(Stored next) {
    long before = next.attachment().revision() - 1;
    return item(
        put(next)
            .conditionExpression("#revision = :before")
            .expressionAttributeNames(Map.of("#revision", AttachmentCodec.REVISION))
            .expressionAttributeValues(
                Map.of(":before", AttributeValue.fromN(Long.toString(before))))
            .build());
  }

  private Put.Builder put(Stored stored) {
    return Put.builder().tableName(table).item(AttachmentCodec.encode(stored));
  }

  private static TransactWriteItem item(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public Optional<Attachment> find(AttachmentId id) {
    return stored(id).map(Stored::attachment);
  }

  private Optional<Stored> stored(AttachmentId id) {
    return reads.find(table, AttachmentCodec.itemId(id)).map(AttachmentCodec::decode);
  }

  @Override
  public List<Attachment> findAll(Collection<AttachmentId> ids) {
    Set<AttachmentId> distinct = Set.copyOf(ids);
    if (distinct.size() > TableReads.BATCH) {
      throw new IllegalArgumentException("at most 100 ids at a time");
    }
    return reads
        .findAll(table, distinct.stream().map(AttachmentCodec::itemId).toList())
        .values()
        .stream()
        .map(item -> AttachmentCodec.decode(item).attachment())
        .toList();
  }

  @Override
  public UpdateOutcome update(Attachment next, List<DomainEvent> events) {
    List<TransactWriteItem> told = outbox.puts(events);
    // A revision never changes, so what is read here is what the condition will have found.
    Optional<Stored> before = stored(next.id());
    if (before.isEmpty() || before.get().attachment().revision() != next.revision() - 1) {
      return new UpdateOutcome.Stale();
    }
    int shard = before.get().reserveShard();
    long difference =
        next.reservedBytes().bytes() - before.get().attachment().reservedBytes().bytes();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(replace(new Stored(next, shard)));
    if (difference != 0) {
      items.add(reserve.change(shard, difference));
    }
    items.addAll(told);
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new UpdateOutcome.Updated();
      case TransactionOutcome.Refused _ -> new UpdateOutcome.Stale();
    };
  }

  @Override
  public boolean forget(Attachment ended) {
    if (!ended.hasEnded()) {
      throw new IllegalArgumentException("only what has ended is forgotten");
    }
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(TableReads.key(AttachmentCodec.itemId(ended.id())))
            .conditionExpression("#revision = :stored")
            .expressionAttributeNames(Map.of("#revision", AttachmentCodec.REVISION))
            .expressionAttributeValues(
                Map.of(":stored", AttributeValue.fromN(Long.toString(ended.revision()))))
            .build();
    List<TransactWriteItem> items = List.of(TransactWriteItem.builder().delete(delete).build());
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  @Override
  public void chargeReplay(
      AttachmentId id, VersionId version, QuotaAccount account, DataSize size, Instant now) {
    QuotaWindow window = QuotaWindow.at(now, policy.quotaWindow());
    List<TransactWriteItem> items =
        List.of(
            quotas.mark(id, version, now, now.plus(REPLAY_MEMORY)),
            quotas.chargeAnyway(account, window, 1, size));
    switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> {}
      case TransactionOutcome.Refused _ -> {
        // The version is marked: it was charged before.
      }
    }
  }

  @Override
  public Page<Attachment> listDue(Instant now, int limit, Optional<PageToken> page) {
    return due.page(now, limit, page);
  }

  @Override
  public Page<Attachment> listJudged(
      Instant since, Instant until, int limit, Optional<PageToken> page) {
    return judged.page(since, until, limit, page);
  }
}
