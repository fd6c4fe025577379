package dev.sallyport.lambda.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sallyport.contract.fixtures.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

class JsonLineLoggerTest {
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<String> lines = new ArrayList<>();
  private final Logger logger = logger(Level.INFO);

  private Logger logger(Level least) {
    return new JsonLineLogger(
        "dev.sallyport.lambda.HttpFunction", least, MutableClock.atNoon(), lines::add);
  }

  /** The texts of the only line, which is one JSON object in ASCII without a line's end. */
  private Map<String, String> line() {
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).matches("[ -~]+");
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser in = STRICT.createParser(lines.getFirst())) {
      assertThat(in.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken().isStructStart()) {
          in.skipChildren();
        } else {
          texts.put(name, in.getText());
        }
      }
      assertThat(in.nextToken()).isNull();
    } catch (IOException e) {
      throw new UncheckedIOException(lines.getFirst(), e);
    }
    return texts;
  }

  @Test
  void anEventIsOneObjectWithItsKeysInTheirOrder() {
    logger.atInfo().addKeyValue("requestId", "r1").addKeyValue("status", 200).log("answered");
    assertThat(lines)
        .containsExactly(
            "{\"time\":\"2026-11-21T12:00:00Z\",\"level\":\"INFO\",\"logger\":\"HttpFunction\","
                + "\"message\":\"answered\",\"requestId\":\"r1\",\"status\":\"200\"}");
  }

  @Test
  void theOlderWayToLogIsTheSame() {
    logger.warn("{} of {}", 1, "two");
    assertThat(line()).containsEntry("message", "1 of two").containsEntry("level", "WARN");
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void whatIsBelowTheLeastLevelIsNotWritten(Level level) {
    logger.atLevel(level).log("fluent");
    logger.makeLoggingEventBuilder(level);
    assertThat(lines).hasSize(level.toInt() >= Level.INFO.toInt() ? 1 : 0);
    assertThat(logger.isEnabledForLevel(level)).isEqualTo(!lines.isEmpty());
  }

  @Test
  void everyLevelCanBeTheLeast() {
    for (Level least : Level.values()) {
      Logger one = logger(least);
      one.error("a");
      one.warn("a");
      one.info("a");
      one.debug("a");
      one.trace("a");
    }
    assertThat(lines).hasSize(1 + 2 + 3 + 4 + 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a\u0085b\u2028c\u2029d",
        "\u0000\u0007\u001b[31m",
        "\"},{\"level\":\"INFO\"",
        "\\",
        "grün 🌿",
        "\u202egnp.exe"
      })
  void whatCouldEndALineOrATextIsEscaped(String text) {
    logger.atInfo().addKeyValue("value", text).addKeyValue(text, "key").log(text);
    assertThat(line())
        .containsEntry("message", text)
        .containsEntry("value", text)
        .containsEntry(text, "key");
  }

  @Test
  void halfACharacterIsAQuestionMark() {
    logger.atInfo().addKeyValue("half", "\ud83c").log("a" + "🌿".repeat(1000));
    assertThat(line())
        .containsEntry("half", "?")
        .containsEntry("message", "a" + "🌿".repeat(499) + "?...");
  }

  @Test
  void noKeyStandsTwiceAndNoneReplacesWhatTheLineItselfSays() {
    logger
        .atInfo()
        .addKeyValue("message", "m1")
        .addKeyValue("level", "NONE")
        .addKeyValue("a", "1")
        .addKeyValue("a", "2")
        .log("text");
    assertThat(line())
        .containsEntry("message", "text")
        .containsEntry("message_", "m1")
        .containsEntry("level", "INFO")
        .containsEntry("level_", "NONE")
        .containsEntry("a", "1")
        .containsEntry("a_", "2");
  }

  @Test
  void exceptionsGiveTypesAndFramesAndNoMessages() {
    Exception cause = new NumberFormatException("For input string: \"a stranger's secret\"");
    Exception failure = new IllegalStateException("a stranger's secret", cause);
    failure.addSuppressed(new IOException("another secret"));
    logger.atError().setCause(failure).log("failed");
    assertThat(line()).containsEntry("message", "failed");
    assertThat(lines.getFirst())
        .contains("\"thrown\":[{\"type\":\"java.lang.IllegalStateException\",\"frames\":[\"")
        .contains("]},{\"type\":\"java.lang.NumberFormatException\",\"frames\":[\"")
        .contains("dev.sallyport.lambda.logging.JsonLineLoggerTest.")
        .doesNotContain("secret");
  }

  @Test
  void anExceptionBehindTheArgumentsIsOneToo() {
    logger.error("failed with {}", "code", new IllegalStateException("secret"));
    assertThat(line()).containsEntry("message", "failed with code");
    assertThat(lines.getFirst())
        .contains("\"type\":\"java.lang.IllegalStateException\"")
        .doesNotContain("secret");
  }

  @Test
  void aLineIsBoundedWhateverIsLogged() {
    Exception failure = new Exception("0");
    for (int depth = 1; depth < 100; depth++) {
      failure = new Exception("" + depth, failure);
    }
    String text = "\u0000".repeat(1_000_000);
    LoggingEventBuilder event = logger.atError().setCause(failure);
    for (int key = 0; key < 1000; key++) {
      event = event.addKeyValue("key" + key, text);
    }
    event.log(text);
    assertThat(line().get("message")).isEqualTo("\u0000".repeat(1000) + "...");
    assertThat(lines.getFirst().length()).isLessThan(256 * 1024);
    assertThat(lines.getFirst().split("\"type\"", -1)).hasSize(8 + 1);
  }

  @Test
  void causesThatLeadInACircleEnd() {
    Exception one = new Exception("1");
    Exception other = new Exception("2", one);
    one.initCause(other);
    logger.atError().setCause(one).log("failed");
    assertThat(line()).containsEntry("message", "failed");
  }

  @Test
  void nothingIsWrittenAsTheWordForIt() {
    logger.atInfo().addKeyValue("value", (Object) null).log();
    assertThat(line()).containsEntry("value", "null").containsEntry("message", "null");
  }

  @Test
  void oursAreLoggedFromInfoAndOthersFromWarn() {
    JsonLineProvider provider = new JsonLineProvider();
    Logger ours = provider.getLoggerFactory().getLogger("dev.sallyport.operations.Heartbeat");
    Logger others = provider.getLoggerFactory().getLogger("software.amazon.awssdk.request");
    assertThat(ours.isInfoEnabled()).isTrue();
    assertThat(ours.isDebugEnabled()).isFalse();
    assertThat(others.isInfoEnabled()).isFalse();
    assertThat(others.isWarnEnabled()).isTrue();
    assertThat(provider.getLoggerFactory().getLogger(ours.getName())).isSameAs(ours);
  }
}
