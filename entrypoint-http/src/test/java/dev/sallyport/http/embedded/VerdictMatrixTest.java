package dev.sallyport.http.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.corpus.AttackCorpus;
import dev.sallyport.corpus.AttackSample;
import dev.sallyport.corpus.Expectation;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.ServerLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.operations.CorsPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictMatrixTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "verdict-matrix.md");
  private static final Set<String> FINAL = Set.of("CLEAN", "DISARMED", "VALIDATED", "REJECTED");
  private static final int WORKERS = 2;

  /** A grant that waits for its verdict. */
  private record Sent(AttackSample sample, Form form) {}

  @Test
  void everyFileGetsTheVerdictThatItHasToGetAndTheDocumentSaysSo(@TempDir Path folder)
      throws Exception {
    ListeningSocket socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    HttpDriver driver = new HttpDriver(URI.create("http://127.0.0.1:" + socket.port()));
    Map<AttackSample, String> verdicts = new LinkedHashMap<>();
    try (EmbeddedServer server = server(socket, folder)) {
      server.start();
      List<Sent> sent = AttackCorpus.samples().stream().map(one -> send(driver, one)).toList();
      sent.forEach(one -> verdicts.put(one.sample(), verdict(driver, one.form())));
    }
    List<String> wrong = new ArrayList<>();
    verdicts.forEach((sample, verdict) -> {
      if (!verdict.equals(expected(sample.expected()))) {
        wrong.add(sample.name() + " is " + verdict + ", not " + expected(sample.expected()));
      }
    });
    assertThat(wrong).isEmpty();
    compare(new VerdictMatrix(verdicts).markdown());
  }

  private static EmbeddedServer server(ListeningSocket socket, Path folder) throws IOException {
    return EmbeddedServer.create(
        socket,
        new EmbeddedConfiguration(
            new DeploymentSettings(
                "0.0.0-test",
                URI.create("http://127.0.0.1:" + socket.port()),
                folder,
                new CorsPolicy(Set.of()),
                new ServerSettings(
                    ThreadKind.VIRTUAL,
                    Optional.empty(),
                    List.of(),
                    ServerLimits.defaults(),
                    Duration.ofSeconds(2)),
                OptionalInt.of(0),
                UploadPolicy.defaults(),
                SanitizationPolicy.defaults(),
                Optional.empty(),
                WORKERS),
            List.of(),
            1_000,
            UploadPolicy.defaults().quarantineBytes(),
            (_, _, _, _) -> {}),
        Clock.systemUTC(),
        new SecureIdGenerator());
  }

  private static Sent send(HttpDriver driver, AttackSample sample) {
    byte[] bytes = sample.bytes();
    Form form =
        sample
            .declared()
            .map(type -> driver.grant(sample.name(), type, bytes.length))
            .orElseGet(() -> undeclared(driver));
    Received stored = HttpDriver.post(form, bytes);
    assertThat(stored.status()).as(sample.name()).isBetween(200, 204);
    return new Sent(sample, form);
  }

  private static Form undeclared(HttpDriver driver) {
    Received answer =
        driver
            .send("POST", "/service/upload")
            .json("{\"encryptedPosts\":0,\"plainPosts\":1}")
            .send();
    return HttpDriver.forms(answer).getFirst();
  }

  private static String verdict(HttpDriver driver, Form form) {
    List<JsonNode> last = new ArrayList<>();
    Await.untilAsserted(() -> {
      JsonNode now =
          driver
              .send("GET", "/service/attachments/" + form.attachmentId())
              .header("Sallyport-Receipt", form.receipt())
              .send()
              .json();
      assertThat(now.text("state")).isIn(FINAL);
      last.add(now);
    });
    return words(last.getLast());
  }

  private static String words(JsonNode attachment) {
    String state = attachment.text("state");
    if (state.equals("REJECTED")) {
      return state + " " + attachment.text("reason");
    }
    return attachment.has("removed")
        ? removed(
            state,
            attachment.list("removed").stream()
                .map(one -> one.text("kind"))
                .collect(Collectors.toSet()))
        : state;
  }

  private static String expected(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Clean _ -> "CLEAN";
      case Expectation.Validated _ -> "VALIDATED";
      case Expectation.Disarmed disarmed ->
          removed(
              "DISARMED", disarmed.removed().stream().map(Enum::name).collect(Collectors.toSet()));
      case Expectation.Rejected rejected -> "REJECTED " + rejected.reason();
    };
  }

  private static String removed(String state, Set<String> kinds) {
    return state + " (" + kinds.stream().sorted().collect(Collectors.joining(", ")) + ")";
  }

  private static void compare(String now) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, now);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("run again with -Dgolden.update=true and look at the difference")
        .isEqualTo(now);
  }
}
