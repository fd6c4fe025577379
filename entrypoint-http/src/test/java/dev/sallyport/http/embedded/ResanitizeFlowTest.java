package dev.sallyport.http.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.HttpTarget;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.contract.sanitization.PolicySamples;
import dev.sallyport.contract.sanitization.ScriptedClamd;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.ServerLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.CorsPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a triager sees when the scanner comes to know what it let pass. */
class ResanitizeFlowTest implements HttpTarget {
  private static final String PASSWORD = "correct-horse-battery";

  private final ScriptedClamd clamd = ScriptedClamd.start("what nobody sends");
  private EmbeddedServer server;
  private URI base;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    ListeningSocket socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    base = URI.create("http://127.0.0.1:" + socket.port());
    server =
        EmbeddedServer.create(
            socket, configuration(folder), Clock.systemUTC(), new SecureIdGenerator());
    server.start();
  }

  private EmbeddedConfiguration configuration(Path folder) {
    UploadPolicy uploads = UploadPolicy.defaults();
    SanitizationPolicy checks = PolicySamples.retaining();
    ClamdAddress address = new ClamdAddress.Tcp("127.0.0.1", clamd.port());
    return new EmbeddedConfiguration(
        new DeploymentSettings(
            "0.0.0-test",
            base,
            folder,
            new CorsPolicy(Set.of()),
            new ServerSettings(
                ThreadKind.VIRTUAL,
                Optional.empty(),
                List.of(),
                ServerLimits.defaults(),
                Duration.ofSeconds(2)),
            OptionalInt.of(0),
            uploads,
            checks,
            Optional.of(ClamdSettings.of(address, uploads, checks)),
            2),
        List.of(
            new InMemoryUser("ann", PASSWORD, Set.of(Role.ADMIN)),
            new InMemoryUser("tom", PASSWORD, Set.of(Role.TRIAGER))),
        1_000,
        uploads.quarantineBytes(),
        (_, _, _, _) -> {});
  }

  @AfterEach
  void stop() {
    server.close();
    clamd.close();
  }

  @Test
  void whatTheScannerComesToKnowIsRetractedInPlainSight() {
    String admin = adminToken();
    byte[] text = "It broke at noon.\n".getBytes(US_ASCII);
    Form form = driver().grant("log", "text/plain", text.length);
    assertThat(HttpDriver.post(form, text).status()).isBetween(200, 204);
    String report = submitted(form);
    Await.untilAsserted(() -> assertThat(shown(report, admin).text("state")).isEqualTo("CLEAN"));
    Received before = download(report, form, admin);
    assertThat(before.status()).isEqualTo(200);
    String url = before.json().text("url");
    assertThat(HttpDriver.fetch(url).body()).isEqualTo(text);

    clamd.follow(visit -> visit.scan("broke at noon"));
    JsonNode job = resanitized(admin);

    assertThat(job.text("state")).isEqualTo("DONE");
    assertThat(job.number("changed")).isEqualTo(1);
    assertThat(job.number("retracted")).isEqualTo(1);
    JsonNode difference = job.list("differences").getFirst();
    assertThat(difference.text("attachmentId")).isEqualTo(form.attachmentId());
    assertThat(difference.get("before").text("state")).isEqualTo("CLEAN");
    assertThat(difference.get("after").text("reason")).isEqualTo("MALWARE");
    JsonNode after = shown(report, admin);
    assertThat(after.text("state")).isEqualTo("REJECTED");
    assertThat(after.text("reason")).isEqualTo("MALWARE");
    assertThat(after.get("previously").text("state")).isEqualTo("CLEAN");
    Received nothing = download(report, form, admin);
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.json().text("code")).isEqualTo("nothing_clean");
    assertThat(HttpDriver.fetch(url).status()).isEqualTo(404);
  }

  private String submitted(Form form) {
    String body =
        ("{\"clientReportId\":\"%s\",\"title\":\"t\",\"description\":\"d\",\"severity\":\"HIGH\","
                + "\"attachments\":[\"%s\"]}")
            .formatted(HttpDriver.uniqueId(), form.attachmentId());
    Received answer =
        driver()
            .send("POST", "/service/reports")
            .header("Sallyport-Receipt", form.receipt())
            .json(body)
            .send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().text("reportId");
  }

  private JsonNode shown(String report, String token) {
    return driver()
        .send("GET", "/service/reports/" + report)
        .as(token)
        .send()
        .json()
        .list("attachments")
        .getFirst();
  }

  private Received download(String report, Form form, String token) {
    return driver()
        .send("GET", "/service/reports/" + report + "/attachments/" + form.attachmentId())
        .as(token)
        .send();
  }

  private JsonNode resanitized(String token) {
    String path = "/service/operations/resanitize";
    Received started =
        driver().send("POST", path).as(token).json("{\"onlyOtherVersions\":false}").send();
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    List<JsonNode> last = new ArrayList<>();
    Await.untilAsserted(() -> {
      JsonNode now =
          driver().send("GET", path + "/" + started.json().text("jobId")).as(token).send().json();
      assertThat(now.text("state")).isNotEqualTo("RUNNING");
      last.add(now);
    });
    return last.getLast();
  }

  @Override
  public URI base() {
    return base;
  }

  @Override
  public String adminToken() {
    return signedIn("ann");
  }

  @Override
  public String triagerToken() {
    return signedIn("tom");
  }

  @Override
  public String userToken() {
    throw new UnsupportedOperationException("nobody without roles is here");
  }

  @Override
  public String allowedOrigin() {
    throw new UnsupportedOperationException("no page may call");
  }

  private String signedIn(String name) {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
    return driver().send("POST", "/auth").json(body).send().json().text("accessToken");
  }
}
