package dev.sallyport.web.tracker;

import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Makes issues in Jira Cloud. Each carries a label made of the id of its report, by which it is
 * found again; labels have to be on the screens of the project.
 */
final class JiraIssueTracker implements IssueTracker {
  private static final String PORT = "issue tracker";

  private final JiraExchange exchange;
  private final Metrics metrics;

  JiraIssueTracker(JiraExchange exchange, Metrics metrics) {
    this.exchange = exchange;
    this.metrics = metrics;
  }

  @Override
  public Creation create(IssueDraft draft) {
    HttpResponse<byte[]> answer = post("create", "/rest/api/3/issue", JiraJson.creation(draft));
    return switch (answer.statusCode()) {
      case 201 -> new Creation.Created(created(answer.body()));
      case 400, 413, 422 -> new Creation.Rejected(JiraJson.refused(answer.body()));
      default -> throw failure(answer.statusCode());
    };
  }

  private static IssueKey created(byte[] answer) {
    try {
      return JiraJson.created(answer);
    } catch (IOException e) {
      throw new OutcomeUnknownException(PORT, e);
    }
  }

  /** What is neither taken nor refused by Jira itself: other successes may have made an issue. */
  private static RuntimeException failure(int status) {
    return status >= 300 && status < 500 && status != 408
        ? new PortUnavailableException(PORT + " answers " + status, null)
        : new OutcomeUnknownException(PORT + " answers " + status, null);
  }

  @Override
  public Optional<IssueKey> find(ReportId report) {
    try {
      HttpResponse<byte[]> answer = post("find", "/rest/api/3/search/jql", JiraJson.search(report));
      if (answer.statusCode() != 200) {
        throw new PortUnavailableException(PORT + " answers " + answer.statusCode(), null);
      }
      return JiraJson.found(answer.body());
    } catch (IOException | OutcomeUnknownException e) {
      throw new PortUnavailableException(PORT, e);
    }
  }

  private HttpResponse<byte[]> post(String call, String path, byte[] json) {
    try {
      HttpResponse<byte[]> answer = exchange.post(path, json);
      metrics.count("jira.call", "call", call, "status", (answer.statusCode() / 100) + "xx");
      return answer;
    } catch (PortUnavailableException | OutcomeUnknownException e) {
      metrics.count("jira.call", "call", call, "status", "none");
      throw e;
    }
  }
}
