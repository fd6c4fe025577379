package dev.sallyport.aws.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * All notifications of a bucket.
 *
 * @param entries in no order that would matter
 * @param eventBridge whether everything goes to EventBridge too
 */
record NotificationTable(SequencedSet<Entry> entries, boolean eventBridge) {
  NotificationTable {
    entries = new LinkedHashSet<>(entries);
  }

  /** Returns the table with these entries instead of those of an owner. */
  NotificationTable with(Owner owner, List<Entry> own) {
    SequencedSet<Entry> all = new LinkedHashSet<>();
    Stream.concat(entries.stream().filter(entry -> !owner.owns(entry)), own.stream())
        .forEach(all::add);
    return new NotificationTable(all, eventBridge);
  }
}
