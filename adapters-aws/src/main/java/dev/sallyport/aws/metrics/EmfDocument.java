package dev.sallyport.aws.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.aws.metrics.EmfMetrics.Series;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes the metrics of one combination of tags, in as many documents as the limits of the format
 * ask for: 100 metrics in a document and 100 values of each. So a document stays far below a log
 * event's megabyte.
 */
final class EmfDocument {
  static final int MOST_METRICS = 100;
  static final int MOST_VALUES = 100;

  private static final JsonFactory JSON = new JsonFactory();

  private final String namespace;
  private final long timestamp;

  EmfDocument(String namespace, long timestamp) {
    this.namespace = namespace;
    this.timestamp = timestamp;
  }

  List<String> write(Dimensions dimensions, Map<String, Series> metrics) {
    List<String> lines = new ArrayList<>();
    Map<String, Series> rest = metrics;
    while (!rest.isEmpty()) {
      SequencedMap<String, Series> now = new LinkedHashMap<>();
      SequencedMap<String, Series> later = new LinkedHashMap<>();
      rest.forEach((name, series) -> {
        if (now.size() == MOST_METRICS) {
          later.put(name, series);
        } else {
          split(name, series, now, later);
        }
      });
      lines.add(line(dimensions, now));
      rest = later;
    }
    return lines;
  }

  private static void split(
      String name, Series series, Map<String, Series> now, Map<String, Series> later) {
    List<Double> values = series.values();
    int end = Math.min(values.size(), MOST_VALUES);
    now.put(name, new Series(series.unit(), values.subList(0, end)));
    if (end < values.size()) {
      later.put(name, new Series(series.unit(), values.subList(end, values.size())));
    }
  }

  private String line(Dimensions dimensions, Map<String, Series> metrics) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      writeDirective(out, dimensions, metrics);
      for (Map.Entry<String, String> dimension : dimensions.values().entrySet()) {
        out.writeStringField(dimension.getKey(), dimension.getValue());
      }
      for (Map.Entry<String, Series> metric : metrics.entrySet()) {
        out.writeFieldName(metric.getKey());
        writeValues(out, metric.getValue().values());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  private void writeDirective(JsonGenerator out, Dimensions dimensions, Map<String, Series> metrics)
      throws IOException {
    out.writeObjectFieldStart("_aws");
    out.writeNumberField("Timestamp", timestamp);
    out.writeArrayFieldStart("CloudWatchMetrics");
    out.writeStartObject();
    out.writeStringField("Namespace", namespace);
    out.writeArrayFieldStart("Dimensions");
    out.writeStartArray();
    for (String name : dimensions.values().keySet()) {
      out.writeString(name);
    }
    out.writeEndArray();
    out.writeEndArray();
    out.writeArrayFieldStart("Metrics");
    for (Map.Entry<String, Series> metric : metrics.entrySet()) {
      out.writeStartObject();
      out.writeStringField("Name", metric.getKey());
      out.writeStringField("Unit", metric.getValue().unit().wireName());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeValues(JsonGenerator out, List<Double> values) throws IOException {
    if (values.size() == 1) {
      writeNumber(out, values.getFirst());
      return;
    }
    out.writeStartArray();
    for (double value : values) {
      writeNumber(out, value);
    }
    out.writeEndArray();
  }

  /** Microseconds are fine enough, and short. */
  private static void writeNumber(JsonGenerator out, double value) throws IOException {
    long thousandths = Math.round(value * 1000);
    if (thousandths % 1000 == 0) {
      out.writeNumber(thousandths / 1000);
    } else {
      out.writeNumber(thousandths / 1000.0);
    }
  }
}
