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
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Lists what is due by an index that lags, and shows of it only what is still due at the place
 * where the index has it.
 */
final class DueList {
  private final IndexedPages pages;
  private final String table;

  @Inject
  DueList(IndexedPages pages, TableSettings settings) {
    this.pages = pages;
    this.table = settings.attachments();
  }

  Page<Attachment> page(Instant now, int limit, Optional<PageToken> page) {
    String from = page.map(token -> Place.of(token).successor()).orElse(Bounds.BEGIN);
    IndexRange range =
        IndexRange.of(
            table,
            TableDefinitions.DUE,
            Shards.all(AttachmentCodec.LIST),
            new Bounds.Ascending(from, Place.endOf(now)));
    return pages.read(
        range,
        limit,
        (place, item) -> {
          Attachment attachment = AttachmentCodec.decode(item).attachment();
          boolean isDue = !attachment.hasEnded() && AttachmentCodec.place(attachment).equals(place);
          return isDue ? Optional.of(attachment) : Optional.empty();
        });
  }
}
