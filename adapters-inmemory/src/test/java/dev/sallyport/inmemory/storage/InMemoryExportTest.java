package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.report.ExportWorkContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.inmemory.InMemoryFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class InMemoryExportTest implements ExportWorkContract {
  @TempDir Path folder;
  private final List<StoreFixture> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(StoreFixture::close);
  }

  @Override
  public ExportWorkContract.Stores stores() {
    StoreFixture fixture = new StoreFixture(StoreFixture.config(folder));
    opened.add(fixture);
    return new Stores(InMemoryFamily.open(), fixture);
  }

  private record Stores(InMemoryFamily family, StoreFixture fixture)
      implements ExportWorkContract.Stores {
    @Override
    public ReportStore reports() {
      return family.reports();
    }

    @Override
    public ExportStore exports() {
      return family.exports();
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
