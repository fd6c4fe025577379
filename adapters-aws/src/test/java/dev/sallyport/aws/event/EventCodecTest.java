package dev.sallyport.aws.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.DomainEvent.ReportErased;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.ReportId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EventCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789000001Z");
  private static final EventId ID = new EventId(new UUID(1, 2));

  static List<DomainEvent> events() {
    return List.of(
        new ReportSubmitted(ID, NOW, new ReportId(new UUID(3, 4))),
        new ReportChanged(ID, NOW, new ReportId(new UUID(3, 4)), 7),
        new ReportErased(ID, NOW, new ReportId(new UUID(3, 4))),
        new AttachmentJudged(ID, NOW, new AttachmentId(new UUID(5, 6)), 3));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventIsReadAsItWasWritten(DomainEvent event) {
    Map<String, AttributeValue> item = EventCodec.encode(event);

    assertThat(EventCodec.decode(item)).isEqualTo(event);
    assertThat(item).containsAllEntriesOf(EventCodec.key(event));
  }

  @Test
  void whatIsMissingOrStrangeIsCorrupt() {
    for (DomainEvent event : events()) {
      for (String name : EventCodec.encode(event).keySet()) {
        Map<String, AttributeValue> broken = new HashMap<>(EventCodec.encode(event));
        broken.put(name, AttributeValue.fromBool(false));
        if (!name.equals("shard")) {
          assertThatThrownBy(() -> EventCodec.decode(broken))
              .as(name)
              .isInstanceOf(CorruptDataException.class);
        }
      }
    }
  }
}
