package dev.sallyport.inmemory.storage;

import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All versions under one key; immutable.
 *
 * @param newestFirst never empty in the store
 * @param hiddenAt since when the newest version is not current any more, because its lifecycle
 *     ended: what S3 calls a delete marker
 */
record KeyVersions(List<StoredObject> newestFirst, Optional<Instant> hiddenAt) {
  static final KeyVersions NONE = new KeyVersions(List.of(), Optional.empty());

  KeyVersions {
    newestFirst = List.copyOf(newestFirst);
  }

  boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  Optional<StoredObject> current() {
    return hiddenAt.isPresent() ? Optional.empty() : newestFirst.stream().findFirst();
  }

  Optional<StoredObject> find(VersionId id) {
    return newestFirst.stream().filter(object -> object.version().version().equals(id)).findFirst();
  }

  KeyVersions with(StoredObject newest) {
    List<StoredObject> all = new ArrayList<>(newestFirst.size() + 1);
    all.add(newest);
    all.addAll(newestFirst);
    return new KeyVersions(all, Optional.empty());
  }

  /** Without one version; the one before it becomes current, unless the key is hidden. */
  KeyVersions without(VersionId id) {
    return new KeyVersions(
        newestFirst.stream().filter(object -> !object.version().version().equals(id)).toList(),
        hiddenAt);
  }

  /** What a rule leaves; every version that it takes away is added to {@code ended}. */
  KeyVersions after(LifecycleRule rule, Instant now, List<StoredObject> ended) {
    List<StoredObject> left = new ArrayList<>(newestFirst.size());
    Optional<Instant> succeeded = hiddenAt;
    for (StoredObject object : newestFirst) {
      boolean gone = succeeded.isPresent() && rule.expiresNoncurrent(succeeded.orElseThrow(), now);
      (gone ? ended : left).add(object);
      succeeded = Optional.of(object.version().lastModified());
    }
    boolean hides =
        current().isPresent()
            && rule.expiresCurrent(newestFirst.getFirst().version().lastModified(), now);
    return new KeyVersions(left, hides ? Optional.of(now) : hiddenAt);
  }
}
