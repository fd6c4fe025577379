package dev.sallyport.operations.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class EventsTest {
  private static final String SUBMITTED =
      "{\"schema\":1,\"type\":\"ReportSubmitted\",\"eventId\":\"00000000-0000-0000-0000-000000000001\","
          + "\"at\":\"2026-11-21T10:00:00Z\",\"reportId\":\"00000000-0000-0000-0000-000000000009\"}";

  private final Product product = new Product();
  private final ScheduledOperation relay = product.schedule("relayOutbox");
  private final MessageOperation audit = product.message("auditEvents");

  private static List<DomainEvent> oneOfEach() {
    ReportId report = new ReportId(new UUID(0, 9));
    return List.of(
        new ReportSubmitted(new EventId(new UUID(0, 1)), Fakes.NOW, report),
        new ReportChanged(new EventId(new UUID(0, 2)), Fakes.NOW.plusNanos(1), report, 7),
        new AttachmentJudged(
            new EventId(new UUID(0, 3)), Fakes.NOW, new AttachmentId(new UUID(0, 8)), 3));
  }

  private static IncomingMessage message(String body) {
    return new IncomingMessage("m-1", body, 1, Fakes.NOW);
  }

  @Test
  void everyEventIsReadAsItWasWritten() {
    assertThat(oneOfEach())
        .allSatisfy(e -> assertThat(EventCodec.decode(EventCodec.encode(e))).contains(e));
    assertThat(EventCodec.encode(oneOfEach().getFirst())).isEqualTo(SUBMITTED);
  }

  @Test
  void membersOfNewerWritersAreSkipped() {
    assertThat(EventCodec.decode(SUBMITTED.replace("{", "{\"new\":{\"a\":[1]},"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schema\":1 -> \"schema\":2",
        "ReportSubmitted -> ReportBurnt",
        "ReportSubmitted -> ReportChanged",
        "2026-11-21T10:00:00Z -> 2026-13-41T10:00:00Z",
        "reportId -> attachmentId",
        "} -> ",
      })
  void anythingElseIsNoEvent(String change) {
    String[] parts = change.split(" -> ", -1);
    assertThat(EventCodec.decode(SUBMITTED.replace(parts[0], parts[1]))).isEmpty();
  }

  @Test
  void theRelayCarriesEverythingInOneRun() {
    for (int i = 0; i < 250; i++) {
      product.fakes.outbox.events.add(
          new ReportSubmitted(
              new EventId(new UUID(1, i)), Fakes.NOW, new ReportId(new UUID(2, i))));
    }
    relay.run();
    assertThat(product.fakes.audit.sent).hasSize(250);
    assertThat(product.fakes.outbox.events).isEmpty();
    assertThat(product.fakes.sanitization.sent).isEmpty();
  }

  @Test
  void whatMayNotHaveBeenSentStaysInTheOutbox() {
    product.fakes.outbox.events.addAll(oneOfEach());
    product.fakes.audit.capacity = 0;
    assertThatThrownBy(relay::run).isInstanceOf(PortUnavailableException.class);
    product.fakes.audit.capacity = 1;
    assertThatThrownBy(relay::run).isInstanceOf(OutcomeUnknownException.class);
    assertThat(product.fakes.outbox.events).isEqualTo(oneOfEach());
    product.fakes.audit.capacity = Integer.MAX_VALUE;
    relay.run();
    assertThat(product.fakes.audit.sent)
        .as("the first one twice, none lost")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(oneOfEach().stream().limit(1), oneOfEach().stream())
                .map(EventCodec::encode)
                .toList());
    assertThat(product.fakes.outbox.events).isEmpty();
  }

  @Test
  void subscriptionsChooseByKind() {
    Subscriptions subscriptions =
        new Subscriptions(
            Map.of(
                "a", Set.of(EventType.REPORT_SUBMITTED),
                "b", Set.of(EventType.REPORT_SUBMITTED, EventType.REPORT_CHANGED)));
    assertThat(subscriptions.queuesOf(EventType.REPORT_SUBMITTED)).containsExactly("a", "b");
    assertThat(subscriptions.queuesOf(EventType.REPORT_CHANGED)).containsExactly("b");
    assertThat(subscriptions.queuesOf(EventType.ATTACHMENT_JUDGED)).isEmpty();
  }

  @Test
  void verdictsAndNothingElseGoToWhereRenditionsAreMade() {
    product.fakes.outbox.events.addAll(oneOfEach());
    relay.run();
    assertThat(product.fakes.renditions.sent)
        .containsExactly(EventCodec.encode(oneOfEach().getLast()));
  }

  @Test
  void theAuditWritesOneLineOfIdsForEachEvent() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(AuditEvents.class);
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    try {
      for (DomainEvent event : oneOfEach()) {
        assertThat(audit.handle(message(EventCodec.encode(event))))
            .isEqualTo(new MessageOutcome.Done());
      }
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    assertThat(lines.list)
        .extracting(line ->
            line.getKeyValuePairs().stream().map(KeyValuePair::toString).toList().toString())
        .containsExactly(
            "[type=\"ReportSubmitted\", eventId=\"00000000-0000-0000-0000-000000000001\","
                + " at=\"2026-11-21T10:00:00Z\","
                + " reportId=\"00000000-0000-0000-0000-000000000009\"]",
            "[type=\"ReportChanged\", eventId=\"00000000-0000-0000-0000-000000000002\","
                + " at=\"2026-11-21T10:00:00.000000001Z\","
                + " reportId=\"00000000-0000-0000-0000-000000000009\", version=\"7\"]",
            "[type=\"AttachmentJudged\", eventId=\"00000000-0000-0000-0000-000000000003\","
                + " at=\"2026-11-21T10:00:00Z\","
                + " attachmentId=\"00000000-0000-0000-0000-000000000008\", revision=\"3\"]");
    assertThat(product.fakes.metrics.counted)
        .containsExactly(
            "events type=ReportSubmitted",
            "events type=ReportChanged",
            "events type=AttachmentJudged");
  }

  @Test
  void theAuditSetsAsideWhatIsNoEvent() {
    assertThat(audit.handle(message("{}"))).isEqualTo(new MessageOutcome.DeadLetter("malformed"));
  }
}
