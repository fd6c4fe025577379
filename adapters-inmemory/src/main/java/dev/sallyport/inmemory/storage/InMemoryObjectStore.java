package dev.sallyport.inmemory.storage;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps versioned objects as S3 does, for as long as the process lives: small ones in memory, large
 * ones in a private folder, all within fixed budgets.
 *
 * <p>Thread-safe. An object is visible whole or not at all; a stream that was opened can be read to
 * its end, even when its version is deleted meanwhile. Reads see every write that was answered
 * before.
 */
@Singleton
public final class InMemoryObjectStore implements AutoCloseable {
  private static final int VERSION_BYTES = 24;

  private final ConcurrentMap<Name, KeyVersions> objects = new ConcurrentHashMap<>();
  private final InMemoryStorageConfig config;
  private final ObjectCreatedListener listener;
  private final IdGenerator ids;
  private final Clock clock;
  private final SpillFolder folder;
  private final Spool.Room room;
  private final Budget versions;

  private record Name(Bucket bucket, String key) {}

  /**
   * Makes an empty store with its folder, and deletes the folders of processes that died.
   *
   * @param listener hears of every new version in any bucket
   */
  @Inject
  public InMemoryObjectStore(
      InMemoryStorageConfig config, ObjectCreatedListener listener, IdGenerator ids, Clock clock) {
    this.config = config;
    this.listener = listener;
    this.ids = ids;
    this.clock = clock;
    this.folder = SpillFolder.open(config.temporaryFolder());
    this.room =
        new Spool.Room(
            folder,
            (int) config.memoryObjectLimit().bytes(),
            new Budget(config.memoryBudget().bytes()),
            new Budget(config.diskBudget().bytes()));
    this.versions = new Budget(config.maxVersions());
  }

  /**
   * Begins an upload.
   *
   * @param key 1 to 1,024 bytes of UTF-8
   * @throws PortUnavailableException when there are too many versions already
   */
  public ObjectUpload begin(Bucket bucket, String key) {
    if (!versions.take(1)) {
      throw new PortUnavailableException("object store", new Spool.FullException());
    }
    return new ObjectUpload(this, bucket, key, new Spool(room));
  }

  /** Returns the current version of a key, or nothing when it has none. */
  public Optional<StoredObject> find(Bucket bucket, String key) {
    return at(bucket, key).current();
  }

  /** Returns exactly this version, or nothing when it is gone. */
  public Optional<StoredObject> find(Bucket bucket, String key, VersionId version) {
    return at(bucket, key).find(version);
  }

  /** Returns the names of all versions of a key, the newest first. */
  public List<VersionId> versions(Bucket bucket, String key) {
    return at(bucket, key).newestFirst().stream().map(one -> one.version().version()).toList();
  }

  /** Deletes exactly this version for good; a version that is gone already is fine. */
  public void delete(Bucket bucket, String key, VersionId version) {
    remove(bucket, key, version).ifPresent(this::free);
  }

  /** Deletes every version of a key for good; nothing there is fine. */
  public void deleteAll(Bucket bucket, String key) {
    KeyVersions gone = objects.remove(new Name(bucket, key));
    if (gone != null) {
      gone.newestFirst().forEach(this::free);
    }
  }

  /** Applies the lifecycle rules; takes time in proportion to the number of keys. */
  public void expire(Instant now) {
    List<StoredObject> ended = new ArrayList<>();
    for (LifecycleRule rule : config.lifecycle()) {
      for (Name name : objects.keySet()) {
        if (rule.holdsFor(name.bucket(), name.key())) {
          objects.computeIfPresent(name, (_, found) -> orAbsent(found.after(rule, now, ended)));
        }
      }
    }
    ended.forEach(this::free);
  }

  /** Returns how much of the budgets is taken by objects and uploads. */
  public Usage usage() {
    return new Usage(room.memory().used(), room.disk().used(), versions.used());
  }

  /** Forgets every object and deletes the folder. Uploads under way fail. */
  @Override
  public void close() {
    objects.clear();
    folder.close();
  }

  /**
   * How much is taken.
   *
   * @param memoryBytes of the memory budget
   * @param diskBytes of the disk budget
   * @param versions of the number of versions
   */
  public record Usage(long memoryBytes, long diskBytes, long versions) {}

  /** Describes a version that is about to be added. */
  ObjectVersion describe(
      Bucket bucket,
      String key,
      ObjectUpload.Received received,
      ObjectVersion.Attributes attributes) {
    return new ObjectVersion(
        bucket,
        key,
        newVersionId(),
        received.size(),
        received.md5(),
        received.sha256(),
        clock.instant(),
        attributes);
  }

  /** Makes a version visible and tells the listener; owns its bytes from the first moment on. */
  void add(StoredObject object) {
    ObjectVersion version = object.version();
    objects.merge(
        new Name(version.bucket(), version.key()),
        KeyVersions.NONE.with(object),
        (before, _) -> before.with(object));
    tell(object);
  }

  /** Gives back the place of a version that was never stored. */
  void endVersion() {
    versions.giveBack(1);
  }

  private void tell(StoredObject object) {
    boolean told = false;
    try {
      listener.objectCreated(object.version());
      told = true;
    } finally {
      if (!told) {
        ObjectVersion version = object.version();
        delete(version.bucket(), version.key(), version.version());
      }
    }
  }

  private KeyVersions at(Bucket bucket, String key) {
    return objects.getOrDefault(new Name(bucket, key), KeyVersions.NONE);
  }

  private Optional<StoredObject> remove(Bucket bucket, String key, VersionId version) {
    List<StoredObject> removed = new ArrayList<>(1);
    objects.computeIfPresent(
        new Name(bucket, key),
        (_, found) -> {
          found.find(version).ifPresent(removed::add);
          return orAbsent(found.without(version));
        });
    return removed.stream().findFirst();
  }

  private static @Nullable KeyVersions orAbsent(KeyVersions left) {
    return left.isEmpty() ? null : left;
  }

  private void free(StoredObject object) {
    versions.giveBack(1);
    try {
      object.blob().free();
    } catch (IOException e) {
      throw new PortUnavailableException("object store", e);
    }
  }

  private VersionId newVersionId() {
    return new VersionId(
        Base64.getUrlEncoder().withoutPadding().encodeToString(ids.newSecret(VERSION_BYTES)));
  }
}
