package dev.sallyport.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.application.shared.PortUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CognitoKeySetTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private CognitoKeySet answering(int status, String location, byte[] body) {
    server.createContext(
        "/keys",
        exchange -> {
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    return keys(server.getAddress().getPort());
  }

  private static CognitoKeySet keys(int port) {
    return keys(port, CognitoKeySet.DEADLINE);
  }

  private static CognitoKeySet keys(int port, Duration deadline) {
    URI address = URI.create("http://127.0.0.1:" + port + "/keys");
    return new CognitoKeySet(new KeySetAddress(address), deadline);
  }

  @Test
  void theKeySetIsFetchedAsItIs() {
    byte[] json = "{\"keys\":[{\"kid\":\"\u00e9\"}]}".getBytes(StandardCharsets.UTF_8);
    assertThat(answering(200, "", json).fetch()).isEqualTo("{\"keys\":[{\"kid\":\"\u00e9\"}]}");
  }

  @Test
  void exactlyTheLargestIsTakenAndOneMoreIsNot() {
    assertThat(answering(200, "", new byte[CognitoKeySet.MOST_BYTES]).fetch())
        .hasSize(CognitoKeySet.MOST_BYTES);
    server.removeContext("/keys");
    CognitoKeySet larger = answering(200, "", new byte[CognitoKeySet.MOST_BYTES + 1]);
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(larger::fetch);
  }

  @Test
  void redirectsAndErrorsAreNotFollowed() {
    String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/other";
    server.createContext(
        "/other",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    CognitoKeySet redirected = answering(302, elsewhere, new byte[0]);
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(redirected::fetch);
    for (int status : List.of(404, 500)) {
      server.removeContext("/keys");
      CognitoKeySet failing = answering(status, "", new byte[] {'{', '}'});
      assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(failing::fetch);
    }
  }

  @Test
  void aPublisherThatAnswersAByteAtATimeIsLeftAtTheDeadline() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ServerSocket drip = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(drip, gone));
      long begun = System.nanoTime();
      assertThatExceptionOfType(PortUnavailableException.class)
          .isThrownBy(() -> keys(drip.getLocalPort(), Duration.ofMillis(300)).fetch());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(gone.await(10, TimeUnit.SECONDS)).as("connection closed").isTrue();
    }
  }

  /** Sends an endless header field, a little at a time. */
  private static void drip(ServerSocket server, CountDownLatch gone) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
      while (!gone.await(200, TimeUnit.MILLISECONDS)) {
        out.write('x');
      }
    } catch (IOException closed) {
      gone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobodyAtTheAddressIsUnavailable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(() -> keys(port).fetch());
  }

  @Test
  void onlyHttpsOrLoopbackIsAnAddress() {
    for (String wrong :
        List.of(
            "http://keys.example",
            "http://127.0.0.1.example/keys",
            "ftp://localhost/",
            "https://user@keys.example/",
            "https:///keys",
            "/keys")) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> new KeySetAddress(URI.create(wrong)));
    }
    for (String right :
        List.of("https://keys.example/k", "http://localhost:1/k", "http://[::1]/k")) {
      assertThatCode(() -> new KeySetAddress(URI.create(right)))
          .as(right)
          .doesNotThrowAnyException();
    }
    assertThat(KeySetAddress.ofIssuer("https://cognito-idp.eu-central-1.amazonaws.com/p").uri())
        .hasToString("https://cognito-idp.eu-central-1.amazonaws.com/p/.well-known/jwks.json");
  }
}
