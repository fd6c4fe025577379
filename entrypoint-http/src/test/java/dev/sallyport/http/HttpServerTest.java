package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  @Test
  void answersAndKeepsTheConnection() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.post("/echo", "{\"text\":\"one\"}");
      assertThat(client.reply().body()).isEqualTo("one");
      client.post("/echo", "{\"text\":\"two\"}");
      assertThat(client.reply().body()).isEqualTo("two");
    }
  }

  @Test
  void namesEachRequestItselfAndSaysNothingAboutTheServer() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.get("/client", "X-Request-Id: forged", "X-Request-Id: forged-again");
      RawClient.Reply first = client.reply();
      client.get("/client");
      RawClient.Reply second = client.reply();
      assertThat(first.header("x-request-id"))
          .startsWith("00000000-0000-4000-")
          .doesNotContain("forged");
      assertThat(second.header("x-request-id")).isNotEqualTo(first.header("x-request-id"));
      assertThat(first.header("server")).isEmpty();
      assertThat(first.head())
          .doesNotContainIgnoringCase("jetty")
          .doesNotContainIgnoringCase("javalin");
    }
  }

  @Test
  void unknownPathsAndMethodsAreTheCataloguesProblems() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.get("/nowhere");
      assertThat(client.reply().body()).contains("\"code\":\"not_found\"");
      client.send("BREW /client HTTP/1.1\r\nHost: x\r\n\r\n");
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.header("allow")).contains("GET");
      assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aWebSocketHandshakeIsARequestLikeAnyOther() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.get(
          "/nowhere",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
      assertThat(client.reply().body()).contains("\"code\":\"not_found\"");
    }
  }

  @Test
  void theClientIsThePeerWhateverItClaims() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = server.connect()) {
      client.get("/client", "X-Forwarded-For: 203.0.113.9");
      assertThat(client.reply().body()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void behindATrustedProxyTheClientIsWhomTheProxySaw() throws IOException {
    List<AddressRange> loopback = List.of(AddressRange.parse("127.0.0.0/8"));
    try (TestServer server = TestServer.start(TestServer.settings(Optional.empty(), loopback));
        RawClient client = server.connect()) {
      client.get("/client", "X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.9");
      assertThat(client.reply().body()).isEqualTo("203.0.113.9");
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws IOException {
    Optional<RateLimits> rates = Optional.of(new RateLimits(1, 2, 1));
    try (TestServer server = TestServer.start(TestServer.settings(rates, List.of()));
        RawClient client = server.connect()) {
      client.get("/client").get("/client").get("/client");
      assertThat(client.reply().status()).isEqualTo(200);
      assertThat(client.reply().status()).isEqualTo(200);
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).isEqualTo("1");
      assertThat(refused.body()).contains("\"code\":\"too_many_requests\"");
    }
  }

  @Test
  void theStoreStreamsWhatNoOperationWouldTakeAtTheSameRate() throws IOException {
    Optional<RateLimits> rates = Optional.of(new RateLimits(1, 2, 1));
    try (TestServer server = TestServer.start(TestServer.settings(rates, List.of()));
        RawClient client = server.connect()) {
      client.post("/store/bucket", "x".repeat(100_000));
      assertThat(client.reply().body()).isEqualTo("100000");
      client.get("/store/bucket");
      assertThat(client.reply().status()).isEqualTo(405);
      client.post("/store/bucket", "x");
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).contains("<Code>SlowDown</Code>");
    }
  }

  @Test
  void stoppingFinishesTheRequestUnderWayAndTakesNoOther() throws Exception {
    TestServer server = TestServer.start();
    try (RawClient client = server.connect();
        RawClient late = server.connect()) {
      client.get("/wait");
      server.entered.await();
      Thread stopping = Thread.ofVirtual().start(server::close);
      while (isOpen(server.port())) {
        Thread.onSpinWait();
      }
      server.leave.countDown();
      assertThat(client.reply().body()).isEqualTo("done");
      stopping.join();
      assertThat(late.rest()).isEmpty();
    } finally {
      server.close();
    }
  }

  @Test
  void stoppingRefusesAnUploadThatItCannotWaitFor() throws Exception {
    TestServer server = TestServer.start(stopping(Duration.ofMillis(800)));
    try (RawClient client = server.connect()) {
      client.head("POST /store/b", "Content-Length: 9000").send("x");
      server.entered.await();
      Thread stopping = Thread.ofVirtual().start(server::close);
      while (!client.hasReply(20)) {
        client.send("x");
      }
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("retry-after")).isEqualTo("1");
      assertThat(refused.body()).contains("<Code>SlowDown</Code>");
      stopping.join();
    } finally {
      server.close();
    }
  }

  @Test
  void stoppingEndsInTimeAlthoughARequestDoesNot() throws Exception {
    TestServer server = TestServer.start(stopping(Duration.ofMillis(200)));
    try (RawClient client = server.connect()) {
      client.get("/wait");
      server.entered.await();
      assertThatCode(server::close).doesNotThrowAnyException();
      assertThat(isOpen(server.port())).isFalse();
    } finally {
      server.leave.countDown();
    }
  }

  private static ServerSettings stopping(Duration time) {
    ServerSettings rest = TestServer.settings(Optional.empty(), List.of());
    return new ServerSettings(
        rest.threads(), rest.rateLimits(), rest.trustedProxies(), rest.limits(), time);
  }

  private static boolean isOpen(int port) {
    try {
      new RawClient(port).close();
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
