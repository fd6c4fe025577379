package dev.sallyport.http.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.inmemory.identity.InMemoryUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell client that watches folders, on real files, against the embedded product. */
class SlaClientTest {
  private static final String USER = "wat\\cher";
  private static final String PASSWORD = "correct \"horse\" battery";

  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger expired = new AtomicInteger();
  private final AtomicInteger knocks = new AtomicInteger();
  private StartedServer server;
  private HttpServer front;
  private URI base;
  private Path inbox;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server =
        StartedServer.in(
            Files.createDirectory(folder.resolve("server")),
            new InMemoryUser(USER, PASSWORD, Set.of()));
    base = server.url();
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.createContext("/", this::carry);
    front.start();
    inbox = Files.createDirectory(folder.resolve("in box"));
  }

  /** Carries requests to the product, save when it plays an outage or an expired token. */
  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      knocks.incrementAndGet();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String path = exchange.getRequestURI().getPath();
      if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      boolean isRun = path.equals("/file_sla_error");
      if (isRun && expired.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      HttpDriver.Sending sending = new HttpDriver(base).send("POST", path).json(body);
      if (isRun) {
        sending.header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
      }
      Received answer = sending.send();
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @AfterEach
  void stop() {
    front.stop(0);
    server.close();
  }

  @Test
  void whatWaitedTooLongIsReportedAndNothingElse() throws Exception {
    Path a = folder("A \"quoted\" \\ and ümlaut");
    Path d = folder("D");
    Instant late = file(a, "late, \"very\" \\ late.csv", Duration.ofMinutes(25));
    file(a, "line\nbreak", Duration.ofHours(3));
    file(a, "in time.csv", Duration.ofMinutes(15));
    file(Files.createDirectory(a.resolve("sub")), "below.csv", Duration.ofDays(9));
    file(d, "in time.csv", Duration.ofMinutes(1400));

    Ended ended = run(a + "=20", d + "=1440");

    assertThat(ended.text()).contains("2 older than 20", "0 older than 1440", "accepted 1,");
    assertThat(ended.status()).isZero();
    List<JsonNode> errors = errors(a);
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().number("SLA")).isEqualTo(20);
    List<JsonNode> files = errors.getFirst().list("Files");
    assertThat(files)
        .extracting(file -> file.text("Filename"))
        .containsExactly("late, \"very\" \\ late.csv", "line?break");
    assertThat(files.getFirst().text("CreationDate")).isEqualTo(late.toString());
    assertThat(errors(d)).isEmpty();
  }

  @Test
  void theSameRunTwiceIsSeenOnce() throws Exception {
    Path a = folder("A");
    Path b = folder("B");
    file(a, "x.csv", Duration.ofHours(1));
    file(b, "x.csv", Duration.ofHours(1));

    assertThat(run(a + "=20", b + "=40").text()).contains("accepted 1, repeated 0");
    Ended again = run(a + "=20", b + "=40");

    assertThat(again.text()).contains("accepted 0, repeated 1").doesNotContain("accepted 1");
    assertThat(errors(a)).hasSize(1);
    assertThat(errors(b)).hasSize(1);
  }

  @Test
  void outagesAndExpiredTokensAreOvercome() throws Exception {
    Path a = folder("A");
    file(a, "x.csv", Duration.ofHours(1));
    outages.set(2);
    expired.set(1);

    assertThat(run(a + "=20").status()).isZero();

    assertThat(errors(a)).hasSize(1);
  }

  @Test
  void anOutageThatDoesNotEndIsAFailureAfterSoManyTries() throws Exception {
    Path a = folder("A");
    file(a, "x.csv", Duration.ofHours(1));
    outages.set(1_000);

    Ended ended = run(a + "=20");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.text()).contains("HTTP 503").doesNotContain(PASSWORD, "horse");
    assertThat(knocks).hasValue(4);
  }

  @Test
  void manyFilesAreSentInRunsThatTheProductTakes() throws Exception {
    Path a = folder("A");
    for (int n = 0; n < 801; n++) {
      file(a, n + ".csv", Duration.ofHours(1));
    }

    assertThat(run(a + "=20").status()).isZero();

    assertThat(errors(a))
        .extracting(error -> error.list("Files").size())
        .containsExactlyInAnyOrder(400, 400, 1);
  }

  @Test
  void aFolderThatIsAwayStopsNoOther() throws Exception {
    Path a = folder("A");
    file(a, "x.csv", Duration.ofHours(1));

    Ended ended = run(inbox.resolve("away") + "=20", a + "=20");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.text()).contains("away: cannot be read");
    assertThat(errors(a)).hasSize(1);
  }

  @Test
  void wrongCallsSendNothing() throws Exception {
    String a = folder("A").toString();
    for (List<String> wrong :
        List.of(
            List.<String>of(), List.of(a), List.of(a + "="), List.of(a + "=0"), List.of("=5"))) {
      assertThat(run(wrong.toArray(String[]::new)).status()).as("%s", wrong).isEqualTo(2);
    }
    assertThat(knocks).hasValue(0);
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(inbox.resolve(name));
  }

  private static Instant file(Path folder, String name, Duration age) throws IOException {
    Instant then = Instant.now().minus(age).truncatedTo(ChronoUnit.SECONDS);
    Path file = Files.writeString(folder.resolve(name), "x");
    Files.setLastModifiedTime(file, FileTime.from(then));
    return then;
  }

  private List<JsonNode> errors(Path folder) {
    HttpDriver driver = new HttpDriver(base);
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(json(USER), json(PASSWORD));
    String token = driver.send("POST", "/auth").json(body).send().json().text("accessToken");
    String query = "?folder=" + URLEncoder.encode(folder.toString(), UTF_8);
    Received page = driver.send("GET", "/file_sla_errors" + query).as(token).send();
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.json().list("slaErrors");
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private record Ended(int status, String text) {}

  private Ended run(String... watched) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "../examples/sla.sh"));
    command.add("http://127.0.0.1:" + front.getAddress().getPort());
    command.addAll(List.of(watched));
    Path output = Files.createTempFile(inbox, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SALLYPORT_USER", USER);
    builder.environment().put("SALLYPORT_PASSWORD", PASSWORD);
    builder.environment().put("SALLYPORT_TRIES", "4");
    builder.environment().put("SALLYPORT_WAIT", "0");
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the client does not end");
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }
}
