package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.event.EventCodec;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
  private static final String MAPPING =
      "{\"mode\":\"%s\",\"routes\":[{\"attribute\":\"severity\",\"value\":\"LOW\",\"project\":\"LOWLY\"}],\"project\":\"DEMO\",\"issueType\":\"Bug\",\"summary\":\"[[[severity]]"
          + " [title]\","
          + "\"description\":\"[description]\",\"fields\":[{\"field\":\"priority\",\"kind\":\"NAME\","
          + "\"template\":\"[severity]\"}]}";

  private final Product product = new Product();
  private final Reports reports = new Reports(product);

  private Received put(String tag, String body) {
    return product
        .send("PUT", "/service/tracker/mapping")
        .as("admin")
        .header("If-Match", tag)
        .json(body)
        .send();
  }

  private Received export(String... ids) {
    String list = Stream.of(ids).map(id -> '"' + id + '"').collect(Collectors.joining(","));
    return product
        .send("POST", "/service/tracker/issues")
        .as("triager")
        .json("{\"reportIds\":[" + list + "]}")
        .send();
  }

  private static List<String> results(Received answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().list("results", JsonObject.class).stream()
        .map(result -> result.get("result", Object.class).toString())
        .toList();
  }

  private void map(String mode) {
    assertThat(put("\"0\"", MAPPING.formatted(mode)).status()).isEqualTo(200);
  }

  private MessageOutcome submitted(String id) {
    String event =
        EventCodec.encode(
            new ReportSubmitted(new EventId(UUID.randomUUID()), Fakes.NOW, ReportId.parse(id)));
    return product.message("exportReports").handle(new IncomingMessage("m", event, 1, Fakes.NOW));
  }

  private String shown(String id) {
    return product.send("GET", "/service/reports/" + id).as("triager").send().text();
  }

  @Test
  void theMappingIsShownAsItWasChanged() {
    Received first = product.send("GET", "/service/tracker/mapping").as("triager").send();
    assertThat(first.header("ETag")).isEqualTo("\"0\"");
    assertThat(first.text()).contains("\"mode\":\"MANUAL\"");
    Received changed = put("\"0\"", MAPPING.formatted("AUTOMATIC"));
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Received shown = product.send("GET", "/service/tracker/mapping").as("triager").send();
    String start = MAPPING.formatted("AUTOMATIC");
    assertThat(shown.text()).isEqualTo(start.substring(0, start.length() - 1) + ",\"version\":1}");
    assertThat(put("\"0\"", MAPPING.formatted("MANUAL")).code()).isEqualTo("stale_version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"severity\"|\"nonsense\"|/routes/0/attribute unknown_attribute",
        "\"LOWLY\"|\"lowly\"|/routes/0/project bad_format",
        "[title]|[nonsense]|/summary bad_template",
        "[title]|[title|/summary bad_template",
        "[description]|[|/description bad_template",
        "\"[severity]\"|\"[]\"|/fields/0/template bad_template",
        "\"priority\"|\"project\"|/fields/0/field bad_format",
        "\"NAME\"|\"NUMBER\"|/fields/0/kind not_allowed",
        "\"MANUAL\"|\"SOMETIMES\"|/mode not_allowed",
        "\"MANUAL\"|null|/mode null_not_allowed",
        "\"Bug\"|7|/issueType wrong_type",
        "\"issueType\":\"Bug\",||/issueType required",
        "\"mode\":|\"version\":1,\"mode\":|/version unknown_field"
      })
  void aMappingThatMakesNoSenseChangesNothing(String from, String to, String error) {
    String body = MAPPING.formatted("MANUAL").replace(from, to == null ? "" : to);
    Received answer = put("\"0\"", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.errors()).contains(error);
    assertThat(product.fakes.tracker.current().version()).isZero();
  }

  @Test
  void templatesAreBoundedTogether() {
    String fields =
        IntStream.range(0, 20)
            .mapToObj(n ->
                "{\"field\":\"customfield_%d\",\"kind\":\"TEXT\",\"template\":\"%s\"}"
                    .formatted(n, "x".repeat(3999)))
            .collect(Collectors.joining(","));
    String body =
        MAPPING
            .formatted("MANUAL")
            .replaceFirst("\"fields\":\\[.*", "\"fields\":[" + fields + "]}");
    assertThat(put("\"0\"", body).errors()).containsExactly("/fields too_long");
  }

  @Test
  void aFieldStandsThereOnce() {
    String field = "{\"field\":\"priority\",\"kind\":\"NAME\",\"template\":\"x\"}";
    String body = MAPPING.formatted("MANUAL").replace("\"fields\":[", "\"fields\":[" + field + ",");
    assertThat(put("\"0\"", body).errors()).containsExactly("/fields/1/field duplicate");
  }

  @Test
  void everyReportHasAResultOfItsOwn() {
    map("MANUAL");
    String first = reports.submitted("");
    String second = reports.submitted("");
    product.fakes.tracker.failure = Optional.of(new PortUnavailableException("x", null));
    assertThat(results(export(first, UNKNOWN, second)))
        .containsExactly("UNAVAILABLE", "NOT_FOUND", "EXPORTED");
    Received again = export(first, second);
    assertThat(results(again)).containsExactly("EXPORTED", "ALREADY_EXPORTED");
    assertThat(again.text()).contains("\"issue\":\"DEMO-1\"", "\"issue\":\"DEMO-2\"");
    assertThat(product.fakes.tracker.drafts.getFirst().summary()).isEqualTo("[HIGH] It broke");
  }

  @Test
  void aReportShowsItsIssue() {
    map("MANUAL");
    String id = reports.submitted("");
    assertThat(shown(id)).doesNotContain("\"issue\"");
    product.fakes.tracker.failure = Optional.of(new OutcomeUnknownException("x", null));
    assertThat(results(export(id))).containsExactly("UNKNOWN");
    assertThat(shown(id))
        .contains(
            "\"issue\":{\"state\":\"EXPORTING\",\"since\":\""
                + Fakes.NOW
                + "\",\"occurrences\":0}");
    String other = reports.submitted("");
    product.fakes.tracker.failure = Optional.of(new PortUnavailableException("x", null));
    assertThat(results(export(other))).containsExactly("UNAVAILABLE");
    assertThat(shown(other)).doesNotContain("\"issue\"");
    assertThat(results(export(other))).containsExactly("EXPORTED");
    assertThat(shown(other)).contains("\"state\":\"EXPORTED\"", "\"key\":\"DEMO-1\"");
  }

  @Test
  void refusalsNameFields() {
    map("MANUAL");
    product.fakes.tracker.refused = Set.of("priority", "labels");
    Received answer = export(reports.submitted(""));
    assertThat(results(answer)).containsExactly("REJECTED");
    assertThat(answer.text()).contains("\"fields\":[\"labels\",\"priority\"]");
  }

  @Test
  void withoutAProjectThereIsNoIssue() {
    assertThat(results(export(reports.submitted("")))).containsExactly("NO_PROJECT");
  }

  @Test
  void duplicatesCount() {
    map("MANUAL");
    String original = reports.submitted("");
    String duplicate = reports.submitted("");
    product
        .send("PATCH", "/service/reports/" + duplicate)
        .as("triager")
        .header("If-Match", "\"1\"")
        .json("{\"duplicateOf\":\"" + original + "\"}")
        .send();
    assertThat(results(export(duplicate))).containsExactly("ORIGINAL_FIRST");
    Received answer = export(original, duplicate);
    assertThat(results(answer)).containsExactly("EXPORTED", "COUNTED");
    assertThat(answer.text()).contains("\"issue\":\"DEMO-1\",\"occurrences\":1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/reportIds required",
        "{\"reportIds\":[]}|/reportIds too_few_items",
        "{\"reportIds\":null}|/reportIds null_not_allowed",
        "{\"reportIds\":\"x\"}|/reportIds wrong_type",
        "{\"reportIds\":[\"x\"]}|/reportIds/0 bad_format",
        "{\"reportIds\":[7]}|/reportIds/0 wrong_type"
      })
  void wishesThatMakeNoSenseAreRefused(String body, String error) {
    Received answer =
        product.send("POST", "/service/tracker/issues").as("triager").json(body).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void acceptedReportsBecomeIssuesWhereThatIsWanted() {
    String id = reports.submitted("");
    assertThat(submitted(id)).isEqualTo(new MessageOutcome.Done());
    assertThat(product.fakes.tracker.drafts).isEmpty();
    map("AUTOMATIC");
    assertThat(submitted(id)).isEqualTo(new MessageOutcome.Done());
    assertThat(submitted(id)).isEqualTo(new MessageOutcome.Done());
    assertThat(product.fakes.tracker.drafts).hasSize(1);
  }

  @Test
  void whatMayPassIsTriedAgain() {
    map("AUTOMATIC");
    product.fakes.tracker.failure = Optional.of(new PortUnavailableException("x", null));
    assertThat(submitted(reports.submitted("")))
        .isEqualTo(new MessageOutcome.RetryAfter(Duration.ofMinutes(1), "unavailable"));
    product.fakes.tracker.failure = Optional.of(new OutcomeUnknownException("x", null));
    assertThat(submitted(reports.submitted("")))
        .isEqualTo(new MessageOutcome.RetryAfter(IssueLink.SETTLES, "unknown"));
  }

  @Test
  void whatIsNoEventIsADeadLetter() {
    assertThat(product.message("exportReports").handle(new IncomingMessage("m", "x", 1, Fakes.NOW)))
        .isEqualTo(new MessageOutcome.DeadLetter("malformed"));
  }
}
