package dev.sallyport.aws.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.Submission;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReportCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");
  private static final long SEED = 5;
  private static final Set<String> OPTIONAL =
      Set.of(
          "build",
          "platform",
          "locale",
          "sessionId",
          "position",
          "assignee",
          "listShard",
          "listPlace",
          "statusShard",
          "severityShard");

  private final ReportSamples samples = new ReportSamples(new Random(SEED));

  @Test
  void everyReportIsReadAsItWasWritten() {
    for (int i = 0; i < 300; i++) {
      Accepted accepted = new Accepted(any(i), samples.digest());

      assertThat(ReportCodec.decode(ReportCodec.encode(accepted.report(), accepted.body())))
          .as("seed %d, %d", SEED, i)
          .isEqualTo(accepted);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, -1e-200})
  void everyCoordinateIsReadAsItWasWritten(double coordinate) {
    Submission plain = samples.submission();
    Submission there =
        new Submission(
            plain.clientReportId(),
            "t",
            "",
            plain.severity(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Position("m", coordinate, 1, 2)),
            new TreeMap<>(),
            List.of(),
            List.of(new AttachmentId(new UUID(1, 2))));
    Accepted accepted = new Accepted(samples.report(there, NOW), samples.digest());

    assertThat(ReportCodec.decode(ReportCodec.encode(accepted.report(), accepted.body())))
        .isEqualTo(accepted);
  }

  @Test
  void whatIsMissingIsCorruptAndNamedByIdOnly() {
    for (int i = 0; i < 30; i++) {
      Map<String, AttributeValue> item = ReportCodec.encode(any(i), samples.digest());
      for (String name : item.keySet()) {
        Map<String, AttributeValue> broken = new HashMap<>(item);
        broken.remove(name);
        if (!OPTIONAL.contains(name)) {
          AttributeValue id = broken.get("id");
          assertThatThrownBy(() -> ReportCodec.decode(broken))
              .as("without %s", name)
              .isInstanceOf(CorruptDataException.class)
              .hasMessage((id == null ? "a report without id" : id.s()) + " cannot be read");
        }
      }
    }
  }

  @Test
  void strangeValuesAreCorrupt() {
    Map<String, AttributeValue> item = ReportCodec.encode(any(0), samples.digest());
    for (String name : List.of("fields", "annotations", "status", "version", "receivedAt")) {
      Map<String, AttributeValue> broken = new HashMap<>(item);
      broken.put(name, AttributeValue.fromBool(true));
      assertThatThrownBy(() -> ReportCodec.decode(broken))
          .as(name)
          .isInstanceOf(CorruptDataException.class);
    }
    Map<String, AttributeValue> strange = new HashMap<>(item);
    strange.put("fields", AttributeValue.fromM(Map.of("f", AttributeValue.fromN("1"))));
    assertThatThrownBy(() -> ReportCodec.decode(strange)).isInstanceOf(CorruptDataException.class);
  }

  private Report any(int changes) {
    Report report = samples.report(NOW.plusNanos(changes));
    return changes % 2 == 0 ? report : samples.triaged(report, List.of(samples.subject()));
  }
}
