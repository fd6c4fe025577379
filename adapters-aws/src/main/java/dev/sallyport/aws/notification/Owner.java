package dev.sallyport.aws.notification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whose entries they are: one resource of one stack.
 *
 * @param id letters, digits and hyphens; begins the id of every entry
 */
public record Owner(String id) {
  /** Returns the owner that a resource of a stack is, always the same. */
  public static Owner of(String stackId, String logicalId) {
    byte[] name = (stackId + "\n" + logicalId).getBytes(StandardCharsets.UTF_8);
    return new Owner("sallyport-" + UUID.nameUUIDFromBytes(name));
  }

  /**
   * Returns the name of the statement that lets a bucket send to a queue. Each bucket has its own:
   * an owner that moves to another bucket is applied there first and removed from the former one
   * then, and the queue may be the same.
   */
  String statement(Bucket bucket) {
    byte[] name = (id + "\n" + bucket.arn()).getBytes(StandardCharsets.UTF_8);
    return "sallyport-" + UUID.nameUUIDFromBytes(name);
  }

  boolean owns(Entry entry) {
    return entry.id().startsWith(id + ".");
  }

  List<Entry> entries(List<Target> targets) {
    List<Entry> entries = new ArrayList<>();
    for (Target target : new LinkedHashSet<>(targets)) {
      Set<Entry.Rule> rules = new LinkedHashSet<>();
      if (!target.prefix().isEmpty()) {
        rules.add(new Entry.Rule("prefix", target.prefix()));
      }
      if (!target.suffix().isEmpty()) {
        rules.add(new Entry.Rule("suffix", target.suffix()));
      }
      entries.add(
          new Entry(
              id + "." + (entries.size() + 1),
              target.isQueue() ? Entry.Kind.QUEUE : Entry.Kind.FUNCTION,
              target.arn(),
              Set.copyOf(target.events()),
              rules));
    }
    return entries;
  }
}
