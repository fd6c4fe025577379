package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InMemoryObjectStoreTest {
  private static final InMemoryObjectStore.Usage NOTHING = new InMemoryObjectStore.Usage(0, 0, 0);

  private static final List<String> KEYS = List.of("a", "b", "c");

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void open() {
    // Objects over 100 bytes go to disk; 1,000 bytes of memory, 10,000 of disk, 8 versions.
    fixture = new StoreFixture(StoreFixture.config(folder, 100, 1000, 10_000, 8));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void versionCarriesDigestsAndTime() {
    ObjectVersion version = fixture.put(Bucket.CLEAN, "k", "hello");

    assertThat(version.etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(version.sha256()).isEqualTo(Sha256.of("hello".getBytes(StandardCharsets.UTF_8)));
    assertThat(version.size()).isEqualTo(DataSize.ofBytes(5));
    assertThat(version.lastModified()).isEqualTo(fixture.clock.instant());
    assertThat(version.version().value()).hasSize(32);
  }

  @Test
  void uploadIsInvisibleUntilItIsCommitted() {
    try (ObjectUpload upload = fixture.store.begin(Bucket.CLEAN, "k")) {
      upload.write(new byte[50], 0, 50);
      assertThat(fixture.store.find(Bucket.CLEAN, "k")).isEmpty();
      upload.commit(StoreFixture.PLAIN);
    }
    assertThat(fixture.store.find(Bucket.CLEAN, "k")).isPresent();
  }

  @Test
  void abortedUploadLeavesNothingInMemoryOrOnDisk() throws IOException {
    for (int size : new int[] {0, 1, 100, 101, 5000}) {
      try (ObjectUpload upload = fixture.store.begin(Bucket.CLEAN, "k")) {
        upload.write(new byte[size], 0, size);
      }
      assertThat(fixture.store.find(Bucket.CLEAN, "k")).as("%d bytes", size).isEmpty();
      assertThat(fixture.store.usage()).as("%d bytes", size).isEqualTo(NOTHING);
      assertThat(spilled()).as("%d bytes", size).isEmpty();
    }
    assertThat(fixture.told).isEmpty();
  }

  @Test
  void deletedObjectsGiveBackAllTheirRoom() throws IOException {
    for (int size : new int[] {0, 1, 100, 101, 5000}) {
      ObjectVersion version = fixture.put(Bucket.CLEAN, "k", new byte[size]);
      fixture.store.delete(Bucket.CLEAN, "k", version.version());
    }
    assertThat(fixture.store.usage()).isEqualTo(NOTHING);
    assertThat(spilled()).isEmpty();
  }

  @Test
  void largeObjectsAreInPrivateFilesAndReadFromAnyPlace() throws IOException {
    byte[] bytes = new byte[5000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    fixture.put(Bucket.CLEAN, "large", bytes);
    StoredObject object = fixture.store.find(Bucket.CLEAN, "large").orElseThrow();

    assertThat(spilled()).hasSize(1);
    Path file = spilled().getFirst();
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.resolveSibling(""))).isEqualTo("rwx------");
    try (InputStream in = object.open(4990)) {
      assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 4990, 5000));
    }
  }

  @Test
  void openStreamOutlivesItsVersionAndNewOnesDoNotOpen() throws IOException {
    ObjectVersion version = fixture.put(Bucket.CLEAN, "large", new byte[5000]);
    StoredObject object = fixture.store.find(Bucket.CLEAN, "large").orElseThrow();

    try (InputStream in = object.open(0)) {
      fixture.store.delete(Bucket.CLEAN, "large", version.version());
      assertThat(in.readAllBytes()).hasSize(5000);
    }
    assertThatThrownBy(() -> object.open(0)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void smallObjectsGoToDiskWhenMemoryIsFull() throws IOException {
    for (int i = 0; i < 7; i++) {
      fixture.put(Bucket.CLEAN, "k" + i, new byte[i < 5 ? 100 : 90]);
    }
    // The buffer of an upload may take more than its bytes while it grows, never more than exists.
    assertThat(fixture.store.usage().memoryBytes()).isLessThanOrEqualTo(1000);
    fixture.store.begin(Bucket.CLEAN, "x").close();
    StoreFixture tight = new StoreFixture(StoreFixture.config(folder, 100, 0, 10_000, 8));
    try (tight) {
      tight.put(Bucket.CLEAN, "k", new byte[10]);
      assertThat(tight.store.usage()).isEqualTo(new InMemoryObjectStore.Usage(0, 10, 1));
    }
  }

  @Test
  void fullDiskRefusesUploadAndKeepsTheRest() throws IOException {
    fixture.put(Bucket.CLEAN, "first", new byte[6000]);

    try (ObjectUpload upload = fixture.store.begin(Bucket.CLEAN, "second")) {
      upload.write(new byte[3000], 0, 3000);
      assertThatThrownBy(() -> upload.write(new byte[3000], 0, 3000))
          .isInstanceOf(PortUnavailableException.class);
    }
    assertThat(fixture.store.usage()).isEqualTo(new InMemoryObjectStore.Usage(0, 6000, 1));
    assertThat(spilled()).hasSize(1);
    assertThat(fixture.store.find(Bucket.CLEAN, "second")).isEmpty();
  }

  @Test
  void tooManyVersionsAreRefusedUntilOneIsDeleted() {
    ObjectVersion first = fixture.put(Bucket.CLEAN, "k", "");
    for (int i = 1; i < 8; i++) {
      fixture.put(Bucket.CLEAN, "k", "");
    }
    assertThatThrownBy(() -> fixture.store.begin(Bucket.CLEAN, "k"))
        .isInstanceOf(PortUnavailableException.class);

    fixture.store.delete(Bucket.CLEAN, "k", first.version());

    fixture.put(Bucket.CLEAN, "k", "");
  }

  @Test
  void deletingTheNewestVersionMakesTheOneBeforeItCurrent() {
    ObjectVersion first = fixture.put(Bucket.CLEAN, "k", "first");
    ObjectVersion second = fixture.put(Bucket.CLEAN, "k", "second");

    fixture.store.delete(Bucket.CLEAN, "k", second.version());

    assertThat(fixture.store.find(Bucket.CLEAN, "k").map(StoredObject::version)).contains(first);
  }

  @Test
  void bucketsShareNoKeys() {
    fixture.put(Bucket.QUARANTINE, "k", "x");

    assertThat(fixture.store.find(Bucket.CLEAN, "k")).isEmpty();
    assertThat(fixture.store.find(Bucket.ASSETS, "k")).isEmpty();
  }

  @Test
  void listenerHearsOfEveryVersionWhenItCanAlreadyBeRead() {
    ObjectVersion version = fixture.put(Bucket.QUARANTINE, "k", "hello");

    assertThat(fixture.told).containsExactly(version);
  }

  @Test
  void failingListenerFailsTheUploadAndLeavesNothing() throws IOException {
    for (int size : new int[] {10, 5000}) {
      InMemoryObjectStore store =
          new InMemoryObjectStore(
              StoreFixture.config(folder, 100, 1000, 10_000, 8),
              version -> {
                throw new PortUnavailableException("queue", null);
              },
              new SequentialIds(),
              fixture.clock);
      try (store) {
        assertThatThrownBy(
                () -> {
                  try (ObjectUpload upload = store.begin(Bucket.QUARANTINE, "k")) {
                    upload.write(new byte[size], 0, size);
                    upload.commit(StoreFixture.PLAIN);
                  }
                })
            .isInstanceOf(PortUnavailableException.class)
            .hasMessage("queue");
        assertThat(store.find(Bucket.QUARANTINE, "k")).isEmpty();
        assertThat(store.usage()).isEqualTo(NOTHING);
      }
    }
    assertThat(spilled()).isEmpty();
  }

  @Test
  void closedUploadTakesNoMoreBytes() {
    ObjectUpload upload = fixture.store.begin(Bucket.CLEAN, "k");
    upload.close();
    upload.close();

    assertThatThrownBy(() -> upload.write(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fixture.store.usage()).isEqualTo(NOTHING);
  }

  @Test
  void parallelWritersAndDeletersGiveBackAllRoom() throws Exception {
    long seed = new Random().nextLong();
    try (StoreFixture busy = new StoreFixture(StoreFixture.config(folder, 100, 700, 4000, 30))) {
      List<Thread> threads = new ArrayList<>();
      AtomicInteger surprises = new AtomicInteger();
      for (int i = 0; i < 6; i++) {
        Random random = new Random(seed + i);
        threads.add(
            Thread.ofPlatform()
                .uncaughtExceptionHandler((_, _) -> surprises.incrementAndGet())
                .start(() -> writeAndDelete(busy.store, random)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      for (String key : KEYS) {
        busy.store.deleteAll(Bucket.CLEAN, key);
      }

      assertThat(surprises).as("seed %d", seed).hasValue(0);
      assertThat(busy.store.usage()).as("seed %d", seed).isEqualTo(NOTHING);
      assertThat(spilled()).as("seed %d", seed).isEmpty();
    }
  }

  private static void writeAndDelete(InMemoryObjectStore store, Random random) {
    for (int i = 0; i < 150; i++) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      int size = random.nextInt(400);
      try (ObjectUpload upload = store.begin(Bucket.CLEAN, key)) {
        upload.write(new byte[size], 0, size);
        if (random.nextInt(4) > 0) {
          upload.commit(StoreFixture.PLAIN);
        }
      } catch (PortUnavailableException full) {
        store.deleteAll(Bucket.CLEAN, key);
      }
      store
          .find(Bucket.CLEAN, key)
          .filter(_ -> random.nextBoolean())
          .ifPresent(found -> store.delete(Bucket.CLEAN, key, found.version().version()));
    }
  }

  @Test
  void memoryOfAnUploadDoesNotGrowWithItsSize() {
    try (StoreFixture roomy = new StoreFixture(StoreFixture.config(folder))) {
      allocatedBy(roomy, 2);
      long few = allocatedBy(roomy, 2);
      long many = allocatedBy(roomy, 18);

      assertThat(roomy.store.usage().diskBytes()).isEqualTo(22L << 20);
      assertThat(few).isLessThan(8L << 20);
      // At most 40 KiB for each further MiB: 200 MiB stay below 16 MiB, were nothing ever freed.
      assertThat(many - few).isLessThan(16 * (40L << 10));
    }
  }

  private static long allocatedBy(StoreFixture fixture, int mebibytes) {
    byte[] chunk = new byte[1 << 16];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (ObjectUpload upload = fixture.store.begin(Bucket.QUARANTINE, "k" + mebibytes)) {
      for (int i = 0; i < mebibytes * 16; i++) {
        upload.write(chunk, 0, chunk.length);
      }
      upload.commit(StoreFixture.PLAIN);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private List<Path> spilled() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("object-")).toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
