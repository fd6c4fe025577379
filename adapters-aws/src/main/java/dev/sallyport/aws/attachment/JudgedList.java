package dev.sallyport.aws.attachment;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.IndexedPages;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.Shards;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists what was judged by an index that lags, day by day: the verdicts of a day are spread over
 * shards of that day, so that no partition takes all writes and none grows without end.
 */
final class JudgedList {
  /** Days without a verdict that one page passes; each costs a query of every shard. */
  private static final int MOST_DAYS = 7;

  private static final Duration DAY = Duration.ofDays(1);

  /** What no id is later than. */
  private static final UUID LAST = new UUID(-1, -1);

  private final IndexedPages pages;
  private final String table;

  @Inject
  JudgedList(IndexedPages pages, TableSettings settings) {
    this.pages = pages;
    this.table = settings.attachments();
  }

  Page<Attachment> page(Instant since, Instant until, int limit, Optional<PageToken> page) {
    Optional<Place> after = page.map(Place::of);
    String from = after.map(Place::successor).orElse(Place.beginOf(since));
    Instant day = after.map(Place::at).orElse(since).truncatedTo(ChronoUnit.DAYS);
    Page<Attachment> found = day(day, from, until, limit);
    for (int days = 1; days < MOST_DAYS && isPassed(found, day, until); days++) {
      day = day.plus(DAY);
      found = day(day, Place.beginOf(day), until, limit);
    }
    boolean isLast = found.next().isPresent() || day.plus(DAY).isAfter(until);
    return isLast ? found : new Page<>(found.items(), Optional.of(endOf(day)));
  }

  private static boolean isPassed(Page<Attachment> found, Instant day, Instant until) {
    return found.items().isEmpty() && found.next().isEmpty() && !day.plus(DAY).isAfter(until);
  }

  /** Returns the token of a page that ends with the last place of a day. */
  private static PageToken endOf(Instant day) {
    return new Place(day.plus(DAY).minusNanos(1), LAST).token();
  }

  private Page<Attachment> day(Instant day, String from, Instant until, int limit) {
    IndexRange range =
        IndexRange.of(
            table,
            TableDefinitions.JUDGED,
            Shards.all(AttachmentCodec.day(day)),
            new Bounds.Ascending(from, Place.endOf(until)));
    return pages.read(range, limit, JudgedList::attachment);
  }

  private static Optional<Attachment> attachment(Place place, Map<String, AttributeValue> item) {
    Attachment attachment = AttachmentCodec.decode(item).attachment();
    return attachment.state() instanceof Judged ? Optional.of(attachment) : Optional.empty();
  }
}
