package dev.sallyport.aws.notification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Buckets and queues of one account, as strict as S3: a configuration is replaced as a whole, ids
 * are unique, entries of the same event and filter overlap, and a queue has to let the bucket send.
 */
final class FakeAccount implements BucketNotifications {
  final Map<String, NotificationTable> tables = new HashMap<>();
  final Map<String, String> policies = new HashMap<>();
  final Deque<Runnable> beforeReads = new ArrayDeque<>();
  int replacements;

  FakeAccount bucket(String name) {
    tables.put(name, new NotificationTable(new LinkedHashSet<>(), false));
    return this;
  }

  FakeAccount queue(String arn, String policy) {
    policies.put(arn, policy);
    return this;
  }

  @Override
  public NotificationTable read(String name) {
    NotificationTable table = tables.get(name);
    if (table == null) {
      throw new MissingResourceException("no such bucket", new IllegalStateException());
    }
    Runnable before = beforeReads.poll();
    if (before != null) {
      before.run();
    }
    return tables.getOrDefault(name, table);
  }

  @Override
  public void replace(String name, NotificationTable table) {
    replacements++;
    Set<String> ids = new HashSet<>();
    Set<String> claimed = new HashSet<>();
    for (Entry entry : table.entries()) {
      if (!ids.add(entry.id())) {
        throw new RefusedException("an id stands there twice", new IllegalStateException());
      }
      for (String event : entry.events()) {
        if (!claimed.add(event + entry.rules())) {
          throw new RefusedException("configurations overlap", new IllegalStateException());
        }
      }
      boolean lets =
          entry.kind() != Entry.Kind.QUEUE
              || policies.getOrDefault(entry.arn(), "").contains("arn:aws:s3:::" + name);
      if (!lets) {
        throw new RefusedException(
            "unable to validate the destination", new IllegalStateException());
      }
    }
    tables.put(name, table);
  }

  QueuePolicies asPolicies() {
    return new QueuePolicies() {
      @Override
      public String read(String queueArn) {
        String policy = policies.get(queueArn);
        if (policy == null) {
          throw new MissingResourceException("no such queue", new IllegalStateException());
        }
        return policy;
      }

      @Override
      public void replace(String queueArn, String policy) {
        policies.put(queueArn, policy);
      }
    };
  }
}
