package dev.sallyport.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {
  private final List<String> lines = new ArrayList<>();
  private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_790_000_000_123L), ZoneOffset.UTC);
  private final EmfMetrics metrics =
      new EmfMetrics(new EmfSettings("Sallyport", "upload"), lines::add, clock);

  @Test
  void countsOfTheSameTagsAreOneDocument() {
    metrics.count("http.requests", "operation", "upload", "status", "200");
    metrics.count("http.requests", "operation", "upload", "status", "200");
    metrics.time("http.time", Duration.ofNanos(1_500_000), "operation", "upload", "status", "200");
    metrics.flush();
    assertThat(lines)
        .containsExactly(
            "{\"_aws\":{\"Timestamp\":1790000000123,\"CloudWatchMetrics\":[{\"Namespace\":"
                + "\"Sallyport\",\"Dimensions\":[[\"function\",\"operation\",\"status\"]],"
                + "\"Metrics\":[{\"Name\":\"http.requests\",\"Unit\":\"Count\"},{\"Name\":"
                + "\"http.time\",\"Unit\":\"Milliseconds\"}]}]},\"function\":\"upload\","
                + "\"operation\":\"upload\",\"status\":\"200\",\"http.requests\":2,"
                + "\"http.time\":1.5}");
  }

  @Test
  void otherTagsAreAnotherDocumentAndNothingIsWrittenTwice() {
    metrics.count("signin", "outcome", "Denied");
    metrics.count("signin", "outcome", "SignedIn");
    metrics.count("plain");
    metrics.flush();
    metrics.flush();
    assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
  }

  @Test
  void aMetricHasAtMostAHundredValuesInADocument() throws IOException {
    for (int i = 1; i <= 250; i++) {
      metrics.time("took", Duration.ofMillis(i));
    }
    metrics.flush();
    assertThat(lines).hasSize(3);
    assertThat(numbers(lines.getFirst())).hasSize(100);
    assertThat(numbers(lines.getLast())).hasSize(50).endsWith(250.0);
  }

  @Test
  void aDocumentHasAtMostAHundredMetrics() {
    for (int i = 0; i < 230; i++) {
      metrics.count("m" + i);
    }
    metrics.flush();
    assertThat(lines).hasSize(3);
    assertThat(lines).allSatisfy(line -> assertThat(line.split("\"Unit\"")).hasSizeLessThan(102));
  }

  @Test
  void memoryIsBoundedAndLossesAreCounted() {
    for (int i = 0; i < EmfMetrics.MOST_SERIES + 7; i++) {
      metrics.count("m" + i);
    }
    for (int i = 0; i < EmfMetrics.MOST_VALUES + 5; i++) {
      metrics.time("m0", Duration.ofMillis(1));
    }
    metrics.flush();
    // The seven beyond the limit; and all times, whose name is that of a count.
    assertThat(String.join("\n", lines))
        .contains("\"" + EmfMetrics.DROPPED + "\":" + (7 + EmfMetrics.MOST_VALUES + 5));
    lines.clear();
    metrics.count("again");
    metrics.flush();
    assertThat(lines).singleElement().asString().contains("\"again\":1").doesNotContain("dropped");
  }

  @Test
  void timesBeyondTheLimitAreDropped() {
    for (int i = 0; i < EmfMetrics.MOST_VALUES + 5; i++) {
      metrics.time("took", Duration.ofMillis(1));
    }
    metrics.flush();
    assertThat(String.join("\n", lines)).contains("\"" + EmfMetrics.DROPPED + "\":5");
  }

  @Test
  void whatCloudWatchWouldNotTakeIsDroppedAndNeverFails() {
    metrics.count("signin", "outcome");
    metrics.count("signin", "outcome", "");
    metrics.count("signin", "out come", "x");
    metrics.count("signin", "a", "1", "a", "2");
    metrics.count("outcome", "outcome", "x");
    metrics.count("", "outcome", "x");
    metrics.count("signin", "outcome", "line\nbreak");
    String[] many = new String[62];
    for (int i = 0; i < many.length; i++) {
      many[i] = "t" + i;
    }
    metrics.count("signin", many);
    metrics.flush();
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"" + EmfMetrics.DROPPED + "\":8")
        .doesNotContain("signin");
  }

  @Test
  void practiceIsForgotten() {
    metrics.count("signin");
    metrics.discard();
    metrics.flush();
    assertThat(lines).isEmpty();
  }

  @Test
  void settingsRefuseNamesThatCloudWatchWouldDrop() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmfSettings("", "f"));
    assertThatIllegalArgumentException().isThrownBy(() -> new EmfSettings("AWS/Lambda", "f"));
    assertThatIllegalArgumentException().isThrownBy(() -> new EmfSettings("Sallyport", "f g"));
  }

  private static List<Double> numbers(String json) throws IOException {
    List<Double> numbers = new ArrayList<>();
    try (JsonParser in = new JsonFactory().createParser(json)) {
      while (in.nextToken() != null) {
        if (in.currentToken() == JsonToken.START_ARRAY && "took".equals(in.currentName())) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(in.getDoubleValue());
          }
        }
      }
    }
    return numbers;
  }
}
