package dev.sallyport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A server on a free loopback port with three operations that tests can tell apart. */
final class TestServer implements AutoCloseable {
  static final int MOST_BODY = 1000;
  static final ServerLimits SMALL =
      new ServerLimits(
          2048,
          16,
          4,
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(1500),
          0,
          50);

  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch leave = new CountDownLatch(1);
  private final ListeningSocket socket;
  private final HttpServer server;

  private TestServer(ServerSettings settings) throws IOException {
    socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    Set<HttpOperation> operations = Set.of(echo(), client(), wait(entered, leave));
    TokenVerifier nobody =
        token -> new TokenVerifier.TokenVerdict.Refused(TokenVerifier.Cause.MALFORMED);
    OperationCatalog catalog =
        new OperationCatalog(operations, nobody, CorsPolicy.none(), new CountedMetrics());
    server =
        HttpServer.create(
            socket,
            catalog,
            Optional.of(new HttpServer.Store("/store", new CountingStore(entered))),
            new SequentialIds(),
            settings);
    server.start();
  }

  static TestServer start() throws IOException {
    return start(settings(Optional.empty(), List.of()));
  }

  static TestServer start(ServerSettings settings) throws IOException {
    return new TestServer(settings);
  }

  static ServerSettings settings(Optional<RateLimits> rates, List<AddressRange> proxies) {
    return new ServerSettings(ThreadKind.VIRTUAL, rates, proxies, SMALL, Duration.ofSeconds(5));
  }

  int port() {
    return socket.port();
  }

  RawClient connect() throws IOException {
    return new RawClient(port());
  }

  @Override
  public void close() {
    server.close();
  }

  private static HttpOperation echo() {
    return HttpOperation.of("echo", "POST", "/echo", AccessRule.PUBLIC)
        .summary("Answers the text that was sent.")
        .body(ObjectShape.of(Member.required("text", TextShape.text(0, 900))), MOST_BODY)
        .answersBytes(200, "The text.", "text/plain")
        .calls(call -> Answer.bytes("text/plain", call.body().text("text").getBytes(UTF_8)));
  }

  private static HttpOperation client() {
    return HttpOperation.of("client", "GET", "/client", AccessRule.PUBLIC)
        .summary("Answers the address of the caller.")
        .answersBytes(200, "The address.", "text/plain")
        .calls(call -> Answer.bytes("text/plain", call.client().getHostAddress().getBytes(UTF_8)));
  }

  private static HttpOperation wait(CountDownLatch entered, CountDownLatch leave) {
    return HttpOperation.of("wait", "GET", "/wait", AccessRule.PUBLIC)
        .summary("Answers when it is allowed to.")
        .answersBytes(200, "A word.", "text/plain")
        .calls(call -> {
          entered.countDown();
          await(leave);
          return Answer.bytes("text/plain", "done".getBytes(UTF_8));
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Reads all that is sent and answers how much that was. */
  private static final class CountingStore extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch entered;

    CountingStore(CountDownLatch entered) {
      this.entered = entered;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      entered.countDown();
      byte[] body = request.getInputStream().readAllBytes();
      byte[] answer = Integer.toString(body.length).getBytes(UTF_8);
      response.setContentLength(answer.length);
      response.getOutputStream().write(answer);
    }
  }
}
