package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.Report;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists reports, newest first. */
public final class ListReports {
  private final ReportStore reports;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ListReports(ReportStore reports) {
    this.reports = reports;
  }

  /** Returns one page, as {@link ReportStore#list} promises it. */
  public Page<Report> list(ReportFilter filter, int limit, Optional<PageToken> page) {
    return reports.list(filter, limit, page);
  }
}
