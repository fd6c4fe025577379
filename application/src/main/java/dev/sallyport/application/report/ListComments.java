package dev.sallyport.application.report;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists the comments on a report, oldest first. */
public final class ListComments {
  private final ReportStore reports;
  private final CommentStore comments;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ListComments(ReportStore reports, CommentStore comments) {
    this.reports = reports;
    this.comments = comments;
  }

  /**
   * Returns one page, as {@link CommentStore#list} promises it, or nothing when there is no such
   * report.
   */
  public Optional<Page<Comment>> list(ReportId report, int limit, Optional<PageToken> page) {
    return reports.find(report).map(_ -> comments.list(report, limit, page));
  }
}
