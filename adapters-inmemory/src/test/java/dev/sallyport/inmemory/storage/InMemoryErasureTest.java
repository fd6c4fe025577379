package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.contract.report.ErasureContract;
import dev.sallyport.contract.report.ErasureKillContract;
import dev.sallyport.contract.report.ErasureStores;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.inmemory.InMemoryFamily;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.inmemory.queue.QueueSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class InMemoryErasureTest implements ErasureContract, ErasureKillContract {
  @TempDir Path folder;
  private final List<StoreFixture> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(StoreFixture::close);
  }

  @Override
  public ErasureStores stores() {
    StoreFixture fixture = new StoreFixture(StoreFixture.config(folder));
    opened.add(fixture);
    MutableClock clock = MutableClock.atNoon();
    InMemoryQueues queues =
        new InMemoryQueues(QueueSettings.defaults(), clock, new SequentialIds());
    return new Stores(InMemoryFamily.open(), fixture, clock, queues.queue("audit"));
  }

  private record Stores(
      InMemoryFamily family, StoreFixture fixture, MutableClock clock, MessageQueue queue)
      implements ErasureStores {
    @Override
    public ReportStore reports() {
      return family.reports();
    }

    @Override
    public CommentStore comments() {
      return family.comments();
    }

    @Override
    public RecentSearchStore searches() {
      return family.searches();
    }

    @Override
    public ErasureStore erasures() {
      return family.erasures();
    }

    @Override
    public AttachmentLedger ledger() {
      return family.ledger();
    }

    @Override
    public AttachmentStore store() {
      return new InMemoryAttachmentStore(fixture.store);
    }

    @Override
    public Outbox outbox() {
      return family.outbox();
    }

    @Override
    public VersionId arrive(ObjectKey key, byte[] bytes) {
      return fixture.put(Bucket.QUARANTINE, key.value(), bytes).version();
    }

    @Override
    public Optional<byte[]> clean(ObjectKey key) {
      return fixture.store.find(Bucket.CLEAN, key.value()).map(Stores::bytes);
    }

    private static byte[] bytes(StoredObject object) {
      try (InputStream in = object.open(0)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
