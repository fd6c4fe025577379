package dev.sallyport.lambda.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
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
 * types and frames but never their messages, which may quote what a stranger sent.
 */
final class JsonLineLogger extends LegacyAbstractLogger implements LoggingEventAware {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 12;
  private static final JsonFactory JSON = new JsonFactory();

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
      String message,
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
      Level level, String message, List<KeyValuePair> pairs, @Nullable Throwable thrown) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("level", level.name());
      json.writeStringField("logger", name.substring(name.lastIndexOf('.') + 1));
      json.writeStringField("message", message);
      for (KeyValuePair pair : pairs) {
        json.writeStringField(pair.key, String.valueOf(pair.value));
      }
      if (thrown != null) {
        writeThrown(json, thrown);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be written", e);
    }
    out.accept(line.toString());
  }

  private static void writeThrown(JsonGenerator json, Throwable thrown) throws IOException {
    json.writeArrayFieldStart("thrown");
    @Nullable Throwable cause = thrown;
    for (int causes = 0; cause != null && causes < MOST_CAUSES; causes++) {
      json.writeStartObject();
      json.writeStringField("type", cause.getClass().getName());
      json.writeArrayFieldStart("frames");
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        json.writeString(frames[i].toString());
      }
      json.writeEndArray();
      json.writeEndObject();
      cause = cause.getCause();
    }
    json.writeEndArray();
  }
}
