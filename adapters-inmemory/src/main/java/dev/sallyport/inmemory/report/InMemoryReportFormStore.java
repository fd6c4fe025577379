package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.TextSize;
import dev.sallyport.domain.report.ReportForm;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the form in one reference. */
@Singleton
final class InMemoryReportFormStore implements ReportFormStore {
  private final AtomicReference<ReportForm> form = new AtomicReference<>(ReportForm.EMPTY);

  @Inject
  InMemoryReportFormStore() {}

  @Override
  public ReportForm current() {
    return form.get();
  }

  @Override
  public boolean replace(ReportForm next) {
    TextSize.check(next);
    ReportForm before = form.get();
    return before.version() == next.version() - 1 && form.compareAndSet(before, next);
  }
}
