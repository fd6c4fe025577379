package dev.sallyport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.report.Report;
import dev.sallyport.inmemory.identity.CodeDelivery;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryAdaptersModuleTest {
  @Singleton
  @Component(modules = InMemoryAdaptersModule.class)
  interface Everything {
    AttachmentLedger ledger();

    AttachmentStore attachments();

    StorageAccess access();

    Outbox outbox();

    ReportStore reports();

    ReportFormStore form();

    UserDirectory users();

    KeySetSource keys();

    InMemoryQueues queues();

    @Component.Factory
    interface Factory {
      Everything create(
          @BindsInstance Clock clock,
          @BindsInstance IdGenerator ids,
          @BindsInstance UploadPolicy policy,
          @BindsInstance InMemoryIdentitySettings identity,
          @BindsInstance CodeDelivery codes,
          @BindsInstance InMemoryStorageConfig storage,
          @BindsInstance SanitizationQueue sanitization);
    }
  }

  @Test
  void whoeverAsksGetsTheSameStores(@TempDir Path folder) {
    Everything family = open(folder);

    assertThat(family.ledger()).isSameAs(family.ledger());
    assertThat(family.reports()).isSameAs(family.reports());
    assertThat(family.form()).isSameAs(family.form());
    assertThat(family.queues()).isSameAs(family.queues());
  }

  @Test
  void outboxIsTheOneThatStoresFill(@TempDir Path folder) {
    Everything family = open(folder);
    ReportSamples samples = new ReportSamples(new Random(5));
    Report report = samples.report(MutableClock.atNoon().instant());

    family.reports().create(report, samples.digest(), List.of(samples.submitted(report)));

    assertThat(family.outbox().pending(100)).hasSize(1);
  }

  private static Everything open(Path folder) {
    return DaggerInMemoryAdaptersModuleTest_Everything.factory()
        .create(
            MutableClock.atNoon(),
            new SequentialIds(),
            UploadPolicy.defaults(),
            new InMemoryIdentitySettings("issuer", "client", 1_000, List.of()),
            (_, _, _, _) -> {},
            InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:8080"), folder),
            (_, _, _) -> {});
  }
}
