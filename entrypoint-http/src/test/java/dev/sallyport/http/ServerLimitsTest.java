package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerLimitsTest {
  private static final String JSON = "Content-Type: application/json";

  private TestServer server;

  @BeforeAll
  void start() throws IOException {
    server = TestServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void anAnnouncedBodyThatIsTooLargeIsRefusedUnread() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /echo", JSON, "Content-Length: 1001");
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.body()).contains("\"code\":\"body_too_large\"");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void whoSendsFirstAndListensThenStillHearsWhyItIsRefused() throws IOException {
    for (String path : List.of("/echo", "/nowhere")) {
      try (RawClient client = server.connect()) {
        client.post(path, "x".repeat(900_000));
        assertThat(client.reply().status()).isIn(413, 404);
        assertThat(client.rest()).isEmpty();
      }
    }
  }

  @Test
  void aChunkedBodyIsRefusedAtTheFirstByteTooMany() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /echo", JSON, "Transfer-Encoding: chunked");
      client.send("3e8\r\n" + "x".repeat(1000) + "\r\n");
      client.send("1\r\nx\r\n");
      assertThat(client.reply().body()).contains("\"code\":\"body_too_large\"");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aBodyThatTricklesIsRefusedWhenItsTimeIsOver() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /echo", JSON, "Content-Length: 900");
      RawClient.Reply refused = trickle(client, "x");
      assertThat(refused.status()).isEqualTo(408);
      assertThat(refused.body()).contains("\"code\":\"request_timeout\"");
    }
  }

  @Test
  void aBodyThatStopsIsRefusedAfterTheIdleTime() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /echo", JSON, "Content-Length: 900").send("x");
      assertThat(client.reply().status()).isEqualTo(408);
    }
  }

  @Test
  void aHeadThatTricklesLosesItsConnection() throws IOException {
    try (RawClient client = server.connect()) {
      client.get("/client");
      assertThat(client.reply().status()).isEqualTo(200);
      client.send("GET /client HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      IOException end = trickleUntilClosed(client);
      assertThat(end).isNotNull();
    }
  }

  @Test
  void aHeadThatTricklesAfterAnInterimAnswerLosesItsConnectionToo() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /store/b", "Expect: 100-continue", "Content-Length: 1");
      assertThat(client.reply().status()).isEqualTo(100);
      client.send("x");
      assertThat(client.reply().body()).isEqualTo("1");
      client.send("GET /client HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      assertThat(trickleUntilClosed(client)).isNotNull();
    }
  }

  @Test
  void anUploadThatWasToldToContinueMayTakeLongerThanAHead() throws IOException {
    int count = 20;
    try (RawClient client = server.connect()) {
      client.head("POST /store/b", "Expect: 100-continue", "Content-Length: " + count);
      assertThat(client.reply().status()).isEqualTo(100);
      // 2 s, a head has 400 ms.
      for (int i = 0; i < count; i++) {
        assertThat(client.hasReply(100)).isFalse();
        client.send("x");
      }
      assertThat(client.reply().body()).isEqualTo("20");
    }
  }

  @Test
  void anUploadThatStopsIsRefusedAsTheStoreDoesIt() throws IOException {
    try (RawClient client = server.connect()) {
      client.head("POST /store/b", "Content-Length: 900").send("x");
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("<Code>RequestTimeout</Code>");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aHeadThatIsTooLargeIsRefused() throws IOException {
    try (RawClient client = server.connect()) {
      client.get("/client", "X-Large: " + "x".repeat(3000));
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(431);
      assertThat(refused.body()).contains("\"code\":\"headers_too_large\"").doesNotContain("xxx");
    }
  }

  @Test
  void tooManyHeadersAreRefused() throws IOException {
    String[] headers = new String[20];
    for (int i = 0; i < headers.length; i++) {
      headers[i] = "X-" + i + ": 1";
    }
    try (RawClient client = server.connect()) {
      client.get("/client", headers);
      assertThat(client.reply().status()).isEqualTo(431);
    }
  }

  @Test
  void anAddressThatIsTooLongIsRefused() throws IOException {
    try (RawClient client = server.connect()) {
      client.get("/client?q=" + "x".repeat(3000));
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(414);
      assertThat(refused.body()).contains("\"code\":\"uri_too_long\"");
    }
  }

  @Test
  void tooManyParametersAndBrokenEscapesAreRefused() throws IOException {
    try (RawClient client = server.connect()) {
      client.get("/client?a=1&b=2&c=3&d=4&e=5");
      assertThat(client.reply().status()).isEqualTo(400);
      client.get("/client?a=%zz");
      assertThat(client.reply().status()).isEqualTo(400);
      client.get("/client?a=%ff");
      assertThat(client.reply().status()).isEqualTo(400);
    }
  }

  @Test
  void garbageAfterARequestDoesNotSpoilItsAnswer() throws IOException {
    try (RawClient client = server.connect()) {
      client.send("GET /client HTTP/1.1\r\nHost: x\r\n\r\n\u0016\u0003\u0001garbage\r\n\r\n");
      assertThat(client.reply().status()).isEqualTo(200);
      RawClient.Reply refused = client.reply();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("\"code\":\"invalid_request\"").doesNotContain("garbage");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void twoLengthsThatDisagreeAreRefused() throws IOException {
    try (RawClient client = server.connect()) {
      // In one piece: the server closes as soon as it has seen the head.
      client.send(
          "POST /echo HTTP/1.1\r\nHost: x\r\n"
              + JSON
              + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
              + "GET /client HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(client.reply().status()).isEqualTo(400);
      assertThat(client.rest()).isEmpty();
    }
  }

  private static RawClient.Reply trickle(RawClient client, String piece) throws IOException {
    while (!client.hasReply(100)) {
      client.send(piece);
    }
    return client.reply();
  }

  private static IOException trickleUntilClosed(RawClient client) {
    try {
      while (true) {
        client.send("x");
        if (client.hasReply(100)) {
          return new IOException(client.rest());
        }
      }
    } catch (IOException closed) {
      return closed;
    }
  }
}
