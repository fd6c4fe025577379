package dev.sallyport.lambda.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/**
 * Writes events as JSON: time, level, logger, text, the event's own keys, and of exceptions their
 * types and frames but never their messages, which may quote what a stranger sent. Every line is
 * one object in ASCII, bounded in size, in which no name stands twice.
 */
final class JsonLineLogger extends LegacyAbstractLogger implements LoggingEventAware {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 12;
  private static final int MOST_PAIRS = 32;

  /** Most characters of one text. CloudWatch cuts a line at 256 KiB into two that are no JSON. */
  private static final int MOST_TEXT = 1000;

  /** Of the line itself; whoever logs a key of such a name is not let overwrite it. */
  private static final Set<String> OWN = Set.of("time", "level", "logger", "message", "thrown");

  /** Whatever the encoding of standard output is, and whatever else ends a line somewhere. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Level least;
  private final transient Clock clock;
  private final transient Consumer<String> out;

  JsonLineLogger(String name, Level least, Clock clock, Consumer<String> out) {
    this.name = name;
    this.least = least;
    this.clock = clock;
    this.out = out;
  }

  private boolean is(Level level) {
    return level.toInt() >= least.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return is(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return is(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return is(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return is(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return is(Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    write(level, MessageFormatter.basicArrayFormat(message, arguments), List.of(), thrown);
  }

  @Override
  public void log(LoggingEvent event) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    write(
        event.getLevel(),
        MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray()),
        pairs == null ? List.of() : pairs,
        event.getThrowable());
  }

  private void write(
      Level level, @Nullable String message, List<KeyValuePair> pairs, @Nullable Throwable thrown) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("level", level.name());
      json.writeStringField("logger", capped(name.substring(name.lastIndexOf('.') + 1)));
      json.writeStringField("message", capped(String.valueOf(message)));
      writePairs(json, pairs);
      if (thrown != null) {
        writeThrown(json, thrown);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be written", e);
    }
    out.accept(line.toString());
  }

  private static void writePairs(JsonGenerator json, List<KeyValuePair> pairs) throws IOException {
    Set<String> names = new HashSet<>(OWN);
    for (KeyValuePair pair : pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS))) {
      String name = capped(String.valueOf(pair.key));
      while (!names.add(name)) {
        name += "_";
      }
      json.writeStringField(name, capped(String.valueOf(pair.value)));
    }
  }

  /** Half of a pair of surrogates, also one that the cut leaves, becomes a question mark. */
  private static String capped(String text) {
    String kept = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "...";
    return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void writeThrown(JsonGenerator json, Throwable thrown) throws IOException {
    json.writeArrayFieldStart("thrown");
    @Nullable Throwable cause = thrown;
    for (int causes = 0; cause != null && causes < MOST_CAUSES; causes++) {
      json.writeStartObject();
      json.writeStringField("type", capped(cause.getClass().getName()));
      json.writeArrayFieldStart("frames");
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        json.writeString(capped(frames[i].toString()));
      }
      json.writeEndArray();
      json.writeEndObject();
      cause = cause.getCause();
    }
    json.writeEndArray();
  }
}
