package dev.sallyport.aws.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps jobs in a table of their own, whose key sorts a job's changes behind it; so nothing needs
 * an index, and everything is read consistently.
 */
final class DynamoDbResanitizeJobStore implements ResanitizeJobStore {
  private static final String WHAT = "jobs";
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbResanitizeJobStore(
      TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.jobs();
  }

  @Override
  public CreateOutcome create(ResanitizeJob job) {
    List<TransactWriteItem> items = List.of(version(job), put(ResanitizeJobCodec.mark(job)));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new CreateOutcome.Created();
      case TransactionOutcome.Refused _ -> new CreateOutcome.Exists();
    };
  }

  @Override
  public Optional<ResanitizeJob> find(ResanitizeJobId id) {
    Bounds only = new Bounds.Ascending(ResanitizeJobCodec.JOB, ResanitizeJobCodec.JOB);
    return reads.first(range(ResanitizeJobCodec.shard(id), only), 1).stream()
        .findFirst()
        .map(ResanitizeJobCodec::decodeJob);
  }

  @Override
  public ReplaceOutcome replace(ResanitizeJob next, List<VerdictChange> changes) {
    if (changes.size() > MAX_CHANGES) {
      throw new IllegalArgumentException("at most 50 changes at a time");
    }
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(version(next));
    long number = next.counts().changed() - changes.size();
    for (VerdictChange change : changes) {
      items.add(put(ResanitizeJobCodec.encode(next.id(), number++, change)));
    }
    if (!next.isRunning()) {
      Delete mark = Delete.builder().tableName(table).key(ResanitizeJobCodec.mark(next)).build();
      items.add(TransactWriteItem.builder().delete(mark).build());
    }
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new ReplaceOutcome.Replaced();
      case TransactionOutcome.Refused _ -> new ReplaceOutcome.Stale();
    };
  }

  private TransactWriteItem version(ResanitizeJob job) {
    return VersionedPut.of(
        table, ResanitizeJobCodec.encode(job), ResanitizeJobCodec.REVISION, job.revision());
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return item(Put.builder().tableName(table).item(item).build());
  }

  private static TransactWriteItem item(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public Page<ResanitizeJob> running(int limit, Optional<PageToken> page) {
    requireLimit(limit);
    String from = page.map(token -> Place.of(token).successor()).orElse(Bounds.BEGIN);
    List<Place> places =
        reads
            .first(
                range(ResanitizeJobCodec.RUNNING, new Bounds.Ascending(from, Bounds.END)),
                limit + 1)
            .stream()
            .map(ResanitizeJobCodec::markedPlace)
            .toList();
    List<Place> shown = places.subList(0, Math.min(limit, places.size()));
    // One that has ended since its mark was read goes on no more.
    List<ResanitizeJob> jobs =
        shown.stream()
            .flatMap(place -> find(new ResanitizeJobId(place.id())).stream())
            .filter(ResanitizeJob::isRunning)
            .toList();
    Optional<PageToken> next =
        places.size() > limit ? Optional.of(shown.getLast().token()) : Optional.empty();
    return new Page<>(jobs, next);
  }

  @Override
  public Page<VerdictChange> changes(ResanitizeJobId id, int limit, Optional<PageToken> page) {
    requireLimit(limit);
    long first = page.map(token -> ResanitizeJobCodec.number(token.value())).orElse(0L);
    Bounds bounds =
        new Bounds.Ascending(
            ResanitizeJobCodec.change(first), ResanitizeJobCodec.change(Long.MAX_VALUE));
    List<Map<String, AttributeValue>> found =
        reads.first(range(ResanitizeJobCodec.shard(id), bounds), limit + 1);
    List<VerdictChange> shown =
        found.stream().limit(limit).map(ResanitizeJobCodec::decodeChange).toList();
    // They are numbered without gaps.
    Optional<PageToken> next =
        found.size() > limit
            ? Optional.of(new PageToken(ResanitizeJobCodec.change(first + limit)))
            : Optional.empty();
    return new Page<>(shown, next);
  }

  private IndexRange range(String shard, Bounds bounds) {
    return IndexRange.of(table, TableDefinitions.JOBS, List.of(shard), bounds);
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
  }
}
