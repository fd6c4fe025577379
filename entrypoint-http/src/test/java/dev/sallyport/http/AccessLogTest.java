package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Dispatcher.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.DEBUG);
  }

  @AfterEach
  void forget() {
    logger.setLevel(null);
    logger.detachAppender(log);
  }

  @Test
  void eachLineNamesItsOperationAndNeverAPath() throws IOException {
    TestServer server = TestServer.start();
    try {
      for (String line : List.of("GET /client", "HEAD /client", "OPTIONS /client", "GET /secret")) {
        try (RawClient client = server.connect()) {
          client.head(line, "Connection: close");
          assertThat(client.rest()).startsWith("HTTP/1.1 ");
        }
      }
    } finally {
      server.close();
    }
    List<String> lines =
        log.list.stream().map(event -> event.getKeyValuePairs().toString()).toList();
    assertThat(lines)
        .anyMatch(line -> line.contains("operation=\"client\"") && line.contains("status=\"200\""))
        .anyMatch(line -> line.contains("operation=\"preflight\""))
        .anyMatch(line -> line.contains("operation=\"none\"") && line.contains("status=\"404\""))
        .noneMatch(line -> line.contains("secret"));
  }
}
