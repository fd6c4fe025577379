package dev.sallyport.inmemory.storage;

import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.shared.DataSize;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store with a clock that is set by hand and a listener that remembers. */
final class StoreFixture implements AutoCloseable {
  static final ObjectVersion.Attributes PLAIN =
      new ObjectVersion.Attributes(ObjectVersion.Attributes.NO_TYPE, false);

  final List<ObjectVersion> told = new CopyOnWriteArrayList<>();
  final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T10:15:00Z"));
  final InMemoryObjectStore store;

  StoreFixture(InMemoryStorageConfig config) {
    this.store = new InMemoryObjectStore(config, told::add, new SequentialIds(), clock);
  }

  static InMemoryStorageConfig config(Path folder) {
    return InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:8080"), folder);
  }

  static InMemoryStorageConfig config(Path folder, long object, long memory, long disk, int max) {
    return new InMemoryStorageConfig(
        URI.create("http://127.0.0.1:8080"),
        folder,
        DataSize.ofBytes(object),
        DataSize.ofBytes(memory),
        DataSize.ofBytes(disk),
        max,
        LifecycleRule.defaults());
  }

  ObjectVersion put(Bucket bucket, String key, String text) {
    return put(bucket, key, text.getBytes(StandardCharsets.UTF_8));
  }

  ObjectVersion put(Bucket bucket, String key, byte[] bytes) {
    try (ObjectUpload upload = store.begin(bucket, key)) {
      upload.write(bytes, 0, bytes.length);
      return upload.commit(PLAIN);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
