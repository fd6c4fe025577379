package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps links beside the reports of this process. */
@Singleton
final class InMemoryIssueLinkStore implements IssueLinkStore {
  private final Transactions transactions;
  private final InMemoryReportStore reports;
  private final IssueLinkTable links;

  @Inject
  InMemoryIssueLinkStore(
      Transactions transactions, InMemoryReportStore reports, IssueLinkTable links) {
    this.transactions = transactions;
    this.reports = reports;
    this.links = links;
  }

  @Override
  public Optional<IssueLink> find(ReportId report) {
    return transactions.read(() -> links.find(report));
  }

  @Override
  public boolean put(IssueLink next) {
    return transactions.write(1, () -> putNow(next));
  }

  private boolean putNow(IssueLink next) {
    Optional<IssueLink> stored = links.find(next.report());
    long before = stored.map(IssueLink::revision).orElse(0L);
    if (!reports.exists(next.report()) || before != next.revision() - 1) {
      return false;
    }
    long occurrences = stored.map(IssueLink::occurrences).orElse(0L);
    links.put(new IssueLink(next.report(), next.state(), next.revision(), occurrences));
    return true;
  }

  @Override
  public Count count(ReportId duplicate, ReportId original) {
    return transactions.write(2, () -> countNow(duplicate, original));
  }

  private Count countNow(ReportId duplicate, ReportId original) {
    Optional<ReportId> before = links.countedOn(duplicate);
    Optional<IssueLink> link = links.find(before.orElse(original));
    Optional<IssueKey> key = link.flatMap(IssueLink::key);
    if (!reports.exists(duplicate) || key.isEmpty()) {
      return new Count.NoIssue();
    }
    long occurrences = link.get().occurrences();
    if (before.isPresent()) {
      return new Count.Counted(key.get(), occurrences, false);
    }
    IssueLink stored = link.get();
    links.count(duplicate, original);
    links.put(new IssueLink(original, stored.state(), stored.revision(), occurrences + 1));
    return new Count.Counted(key.get(), occurrences + 1, true);
  }
}
