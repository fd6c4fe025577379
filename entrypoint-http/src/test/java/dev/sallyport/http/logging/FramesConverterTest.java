package dev.sallyport.http.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FramesConverterTest {
  private final Logger logger = new LoggerContext().getLogger("test");

  @Test
  void showsTypesAndFramesAndNoMessages() {
    Exception cause = new NumberFormatException("For input string: \"a stranger's secret\"");
    Exception failure = new IllegalStateException("a stranger's secret", cause);
    assertThat(convert(failure))
        .startsWith("  java.lang.IllegalStateException\n    at ")
        .contains("\n  caused by java.lang.NumberFormatException\n    at ")
        .contains("FramesConverterTest")
        .doesNotContain("secret");
  }

  @Test
  void isEmptyWithoutAnException() {
    assertThat(convert(null)).isEmpty();
  }

  @Test
  void endsEvenIfTheCausesDoNot() {
    Exception failure = new Exception("0");
    for (int depth = 1; depth < 100; depth++) {
      failure = new Exception("" + depth, failure);
    }
    assertThat(convert(failure).lines().filter(line -> line.contains("caused by"))).hasSize(4);
  }

  private String convert(@Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent("test", logger, Level.ERROR, "text", failure, new Object[0]);
    return new FramesConverter().convert(event);
  }
}
