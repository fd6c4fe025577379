package dev.sallyport.web.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.IssueTracker.Creation;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.contract.report.IssueTrackerContract;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraIssueTrackerTest implements IssueTrackerContract {
  private static final ReportId REPORT = new ReportId(new UUID(1, 1));
  private static final IssueKey KEY = new IssueKey("DEMO-1");

  private final MutableClock clock = MutableClock.atNoon();
  private final CountDownLatch never = new CountDownLatch(1);
  private final FakeJira jira = new FakeJira();
  private final IssueTracker tracker = tracker(jira.site(), FakeJira.LOGIN);

  JiraIssueTrackerTest() throws IOException {}

  @Override
  public Opened open() {
    return new Opened(tracker, () -> {});
  }

  @AfterEach
  void close() {
    never.countDown();
    jira.close();
  }

  private IssueTracker tracker(URI site, JiraLogin login) {
    JiraSettings settings =
        new JiraSettings(site, () -> login, Duration.ofSeconds(5), Duration.ofSeconds(5));
    return new JiraIssueTracker(new JiraExchange(settings, clock), new NoMetrics());
  }

  private IssueTracker impatient() {
    Duration soon = Duration.ofMillis(300);
    JiraSettings settings = new JiraSettings(jira.site(), () -> FakeJira.LOGIN, soon, soon);
    return new JiraIssueTracker(new JiraExchange(settings, clock), new NoMetrics());
  }

  private static IssueDraft draft(String description) {
    return new IssueDraft(
        REPORT, new TrackerProject("DEMO"), "Bug", "summary", description, List.of());
  }

  private void assertUnknown() {
    assertThatThrownBy(() -> tracker.create(draft(""))).isInstanceOf(OutcomeUnknownException.class);
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> tracker.create(draft("")))
        .isInstanceOf(PortUnavailableException.class);
    assertThat(jira.issues()).isEmpty();
  }

  @Test
  void whatLooksLikeMarkupStandsInTextNodes() {
    tracker.create(draft("h1. *b*\n\n<b> [~admin] {\"type\":\"mention\"} \\ \uD83D\uDE80"));
    List<JsonNode> nodes =
        jira.issues()
            .getFirst()
            .fields()
            .get("description")
            .list("content")
            .getFirst()
            .list("content");
    assertThat(nodes.stream().map(node -> node.text("type")))
        .containsExactly("text", "hardBreak", "hardBreak", "text");
    assertThat(nodes.getFirst().text("text")).isEqualTo("h1. *b*");
    assertThat(nodes.getLast().text("text"))
        .isEqualTo("<b> [~admin] {\"type\":\"mention\"} \\ \uD83D\uDE80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "x", "\uD83D\uDE80", "a\n"})
  void theLongestTextFitsWhatJiraTakes(String part) {
    tracker.create(draft(part.repeat(IssueDraft.MAX_TEXT / part.length())));
    String sent = jira.requests().getFirst();
    String document = sent.substring(sent.indexOf("\"description\""), sent.indexOf("\"labels\""));
    assertThat(document.length()).isLessThan(32_767);
    assertThat(jira.issues()).hasSize(1);
  }

  @Test
  void theQueryHasNothingButTheReportsId() {
    tracker.create(draft("\" OR project = SECRET"));
    assertThat(tracker.find(REPORT)).contains(KEY);
    assertThat(jira.requests().getLast())
        .contains("labels = \\\"sallyport-" + REPORT + "\\\" ORDER BY")
        .doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 200, 202})
  void afterAServersFailureThereMayBeAnIssueAndASearchFindsIt(int status) {
    jira.failAfter(FakeJira.status(status, "{}"));
    assertUnknown();
    assertThat(tracker.find(REPORT)).contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"key\":\"demo\"}",
        "{\"key\":7}",
        "{\"id\":\"1\"}",
        "{}{}"
      })
  void anAnswerThatMakesNoSenseLeavesTheOutcomeUnknown(String body) {
    jira.failAfter(FakeJira.status(201, body));
    assertUnknown();
  }

  @Test
  void anOversizedAnswerIsNotRead() {
    String filler = "x".repeat(JiraExchange.MAX_ANSWER);
    jira.failAfter(FakeJira.status(201, "{\"key\":\"DEMO-1\",\"x\":\"" + filler + "\"}"));
    assertUnknown();
    jira.failAfter(FakeJira.status(200, "{\"issues\":[],\"x\":\"" + filler + "\"}"));
    assertThatThrownBy(() -> tracker.find(REPORT)).isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void anAnswerThatDoesNotComeLeavesTheOutcomeUnknown() {
    jira.failAfter(_ -> await());
    assertThatThrownBy(() -> impatient().create(draft("")))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void anAnswerThatDoesNotEndLeavesTheOutcomeUnknown() {
    jira.failAfter(exchange -> {
      exchange.sendResponseHeaders(201, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await();
    });
    assertThatThrownBy(() -> impatient().create(draft("")))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private void await() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aBrokenConnectionLeavesTheOutcomeUnknownAndNothingIsSentTwice() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(server, connections));
      URI site = URI.create("http://127.0.0.1:" + server.getLocalPort());
      assertThatThrownBy(() -> tracker(site, FakeJira.LOGIN).create(draft("")))
          .isInstanceOf(OutcomeUnknownException.class);
    }
    assertThat(connections).hasValue(1);
  }

  private static void hangUp(ServerSocket server, AtomicInteger connections) {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        connections.incrementAndGet();
        assertThat(connection.getInputStream().read(new byte[4096])).isPositive();
      } catch (IOException closed) {
        return;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 410, 429})
  void whatWasNotTakenMayBeTriedAgain(int status) {
    jira.failBefore(FakeJira.status(status, "<html>no JSON</html>"));
    assertUnavailable();
  }

  @Test
  void aWrongTokenIsNoIssue() {
    IssueTracker stranger = tracker(jira.site(), new JiraLogin("bot@example.com", "token-0"));
    assertThatThrownBy(() -> stranger.create(draft("")))
        .isInstanceOf(PortUnavailableException.class)
        .hasMessageNotContaining("token-0");
    assertThat(jira.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) {
    jira.failBefore(FakeJira.status(status, "", "Location", jira.site() + "/rest/api/3/issue"));
    assertUnavailable();
    assertThat(jira.requests()).hasSize(1);
  }

  @Test
  void nobodyThereIsNoIssue() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    IssueTracker nobody = tracker(URI.create("http://127.0.0.1:" + port), FakeJira.LOGIN);
    assertThatThrownBy(() -> nobody.create(draft(""))).isInstanceOf(PortUnavailableException.class);
    assertThatThrownBy(() -> nobody.find(REPORT)).isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void whoIsAskedToWaitWaits() {
    jira.failBefore(FakeJira.status(429, "", "Retry-After", "30"));
    assertUnavailable();
    assertUnavailable();
    assertThatThrownBy(() -> tracker.find(REPORT)).isInstanceOf(PortUnavailableException.class);
    assertThat(jira.requests()).hasSize(1);
    clock.advance(Duration.ofSeconds(30));
    assertThat(tracker.create(draft(""))).isEqualTo(new Creation.Created(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "x"})
  void nobodyWaitsForLongerThanMinutes(String after) {
    jira.failBefore(FakeJira.status(429, "", "Retry-After", after));
    assertUnavailable();
    clock.advance(Duration.ofMinutes(5));
    assertThat(tracker.create(draft(""))).isEqualTo(new Creation.Created(KEY));
  }

  @Test
  void aServerThatSaysWhenToComeAgainIsLeftAloneUntilThen() {
    jira.failBefore(FakeJira.status(503, "", "Retry-After", "7"));
    assertUnknown();
    assertUnavailable();
    clock.advance(Duration.ofSeconds(7));
    assertThat(tracker.create(draft(""))).isEqualTo(new Creation.Created(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "no JSON", "{\"errors\":[]}", "{\"errorMessages\":[\"x\"]}"})
  void aRefusalWithoutNamesIsOne(String body) {
    jira.failBefore(FakeJira.status(400, body));
    assertThat(tracker.create(draft(""))).isEqualTo(new Creation.Rejected(Set.of()));
  }

  @Test
  void ofARefusalOnlyNamesAreKept() {
    jira.failBefore(
        FakeJira.status(400, "{\"errors\":{\"labels\":\"secret\",\"<script>\":\"x\"}}"));
    assertThat(tracker.create(draft(""))).isEqualTo(new Creation.Rejected(Set.of("labels")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"issues\":{}}",
        "{\"issues\":[{\"id\":\"1\"}]}",
        "{\"issues\":[{\"key\":\"x\"}]}",
        "{\"issues\":[",
        "{\"issues\":[7]}"
      })
  void aSearchThatMakesNoSenseTellsNothing(String body) {
    jira.failBefore(FakeJira.status(200, body));
    assertThatThrownBy(() -> tracker.find(REPORT)).isInstanceOf(PortUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 410, 429, 500, 503})
  void aSearchThatFailsTellsNothing(int status) {
    jira.failBefore(FakeJira.status(status, "{\"issues\":[]}"));
    assertThatThrownBy(() -> tracker.find(REPORT)).isInstanceOf(PortUnavailableException.class);
  }
}
