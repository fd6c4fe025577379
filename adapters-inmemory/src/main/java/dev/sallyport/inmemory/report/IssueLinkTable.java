package dev.sallyport.inmemory.report;

import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What reports carry of trackers: their links, and on which report a duplicate was counted. */
@Singleton
final class IssueLinkTable {
  private final Transactions transactions;
  private final Map<ReportId, IssueLink> links = new HashMap<>();
  private final Map<ReportId, ReportId> counted = new HashMap<>();

  @Inject
  IssueLinkTable(Transactions transactions) {
    this.transactions = transactions;
  }

  Optional<IssueLink> find(ReportId id) {
    transactions.requireOpen();
    return Optional.ofNullable(links.get(id));
  }

  void put(IssueLink link) {
    transactions.requireOpen();
    links.put(link.report(), link);
  }

  Optional<ReportId> countedOn(ReportId duplicate) {
    transactions.requireOpen();
    return Optional.ofNullable(counted.get(duplicate));
  }

  void count(ReportId duplicate, ReportId original) {
    transactions.requireOpen();
    counted.put(duplicate, original);
  }

  void forget(ReportId id) {
    transactions.requireOpen();
    links.remove(id);
    counted.remove(id);
  }
}
