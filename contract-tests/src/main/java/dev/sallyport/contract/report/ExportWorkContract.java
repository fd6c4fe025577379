package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.report.ExportStep;
import dev.sallyport.application.report.StartExport;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.contract.sanitization.IntakeStores;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Export.State;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.shared.ObjectKey;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What exporting keeps on every family when each of its calls goes wrong: one whole file. */
public interface ExportWorkContract {
  /** Returns stores that hold nothing of another test, which keep exports as well. */
  Stores stores();

  /** The stores that an export goes through. */
  interface Stores extends IntakeStores {
    /** Returns the reports. */
    ReportStore reports();

    /** Returns the exports. */
    ExportStore exports();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  default void whateverCallGoesWrongThereIsOneWholeFileAndItGoes(Fault fault) {
    Stores stores = stores();
    MutableClock clock = MutableClock.atNoon();
    ReportSamples samples = new ReportSamples(new Random(5));
    Report report = samples.report(clock.instant());
    stores.reports().create(report, samples.digest(), List.of());
    Await.untilAsserted(
        () -> assertThat(stores.reports().receivedUntil(clock.instant(), 100)).hasSize(1));
    FaultInjection faults = new FaultInjection();
    Metrics metrics =
        (Metrics)
            Proxy.newProxyInstance(
                Metrics.class.getClassLoader(), new Class<?>[] {Metrics.class}, (_, _, _) -> null);
    SequentialIds ids = new SequentialIds();
    boolean struck = true;
    for (int call = fault.next(0); struck; call = fault.next(call)) {
      Export first =
          new StartExport(stores.exports(), ids, clock)
              .start(new Subject("jane"), Optional.empty(), Optional.empty(), Optional.empty());
      ExportStep step =
          new ExportStep(
              faults.wrap(ExportStore.class, stores.exports()),
              faults.wrap(ReportStore.class, stores.reports()),
              faults.wrap(AttachmentStore.class, stores.store()),
              clock,
              metrics);
      faults.strikeAt(call, fault);
      attempt(step);
      attempt(step);
      Export done = stores.exports().find(first.id()).orElseThrow();
      assertThat(done.state()).isEqualTo(new State.Done(clock.instant(), 1, true));
      assertThat(text(stores, done.key())).contains(report.id().toString()).endsWith("\"\r\n");
      clock.advance(Export.LIFE);
      attempt(step);
      attempt(step);
      struck = faults.hasStruck();
      assertThat(stores.exports().find(first.id())).contains(done.expired());
      assertThat(stores.clean(done.key())).isEmpty();
    }
  }

  private static void attempt(ExportStep step) {
    try {
      step.step();
    } catch (RuntimeException | Fault.Killed failure) {
      // What is done next has to make up for it.
    }
  }

  private static String text(Stores stores, ObjectKey key) {
    return new String(stores.clean(key).orElseThrow(), StandardCharsets.UTF_8);
  }
}
