package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.AttachmentId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineArrivalsTest {
  private final List<String> enqueued = new ArrayList<>();
  private final QuarantineArrivals arrivals =
      new QuarantineArrivals(
          (key, version, size) -> enqueued.add(key + " " + version + " " + size.bytes()));

  @Test
  void onlyAttachmentsInQuarantineAreEnqueued(@TempDir Path folder) {
    String key = new AttachmentId(UUID.randomUUID()).quarantineKey().value();
    try (StoreFixture fixture = new StoreFixture(StoreFixture.config(folder))) {
      ObjectVersion attachment = fixture.put(Bucket.QUARANTINE, key, "hello");
      fixture.put(Bucket.QUARANTINE, "attachments/Not A Server's Key", "hello");
      fixture.put(Bucket.QUARANTINE, "elsewhere/" + key, "hello");
      fixture.put(Bucket.CLEAN, key, "hello");
      fixture.told.forEach(arrivals::objectCreated);

      assertThat(enqueued).containsExactly(key + " " + attachment.version() + " 5");
    }
  }
}
