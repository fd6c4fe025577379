package dev.sallyport.http.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpTarget;
import dev.sallyport.contract.http.JsonNode;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of uploads where a scanner is configured: found, not found, and not there. */
class ScannedUploadTest implements HttpTarget {
  /** The harmless file that stands for malware, in halves so that no scanner takes this for it. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

  /** Longer than any pause before another attempt. */
  private static final Duration NEXT_ATTEMPT = Duration.ofMinutes(20);

  private final MutableClock clock = MutableClock.atNoon();
  private final ScriptedClamd clamd = ScriptedClamd.start(EICAR);
  private URI base;
  private EmbeddedServer server;
  private String adminToken;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    ListeningSocket socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    base = URI.create("http://127.0.0.1:" + socket.port());
    server =
        EmbeddedServer.create(
            socket,
            new EmbeddedConfiguration(
                deployment(folder),
                List.of(new InMemoryUser("ann", "Password-of-ann", Set.of(Role.ADMIN))),
                1_000,
                UploadPolicy.defaults().quarantineBytes(),
                (_, _, _, _) -> {}),
            clock,
            new SecureIdGenerator());
    server.start();
    adminToken = signIn();
  }

  private DeploymentSettings deployment(Path folder) {
    UploadPolicy uploads = UploadPolicy.defaults();
    SanitizationPolicy checks = SanitizationPolicy.defaults();
    ClamdAddress address = new ClamdAddress.Tcp("127.0.0.1", clamd.port());
    return new DeploymentSettings(
        "0.0.0-test",
        base,
        folder,
        CorsPolicy.none(),
        new ServerSettings(
            ThreadKind.VIRTUAL,
            Optional.empty(),
            List.of(),
            ServerLimits.defaults(),
            Duration.ofSeconds(2)),
        OptionalInt.empty(),
        uploads,
        checks,
        Optional.of(ClamdSettings.of(address, uploads, checks)),
        2);
  }

  @AfterEach
  void stop() {
    server.close();
    clamd.close();
  }

  @Test
  void malwareIsRejectedAndItsNameStaysInside() {
    JsonNode verdict = verdict(upload("a file with " + EICAR + " in it\n"));
    assertThat(verdict.text("state")).isEqualTo("REJECTED");
    assertThat(verdict.text("reason")).isEqualTo("MALWARE");
    assertThat(verdict.toString()).doesNotContain("Test.Malware");
  }

  @Test
  void whatPassesSaysThatItWasScanned() {
    JsonNode verdict = verdict(upload("It broke at noon.\n"));
    assertThat(verdict.text("state")).isEqualTo("CLEAN");
    assertThat(verdict.list("checks")).extracting(JsonNode::value).contains("MALWARE");
  }

  @Test
  void uploadsStayInQuarantineUntilTheScannerIsBack() {
    int port = clamd.port();
    clamd.close();
    Form good = upload("It broke at noon.\n");
    Form bad = upload(EICAR);
    Await.untilAsserted(() ->
        assertThat(metrics())
            .contains("malware_scan_total{outcome=\"unreachable\"} 2.0")
            .contains(
                "messages_handled_seconds_count{operation=\"sanitizeAttachments\",result=\"retry\"}"
                    + " 2"));
    assertThat(state(good).text("state")).isEqualTo("QUARANTINED");
    assertThat(state(bad).text("state")).isEqualTo("QUARANTINED");

    try (ScriptedClamd back = ScriptedClamd.start(EICAR, port)) {
      assertThat(back.port()).isEqualTo(port);
      clock.advance(NEXT_ATTEMPT);
      assertThat(verdict(good).text("state")).isEqualTo("CLEAN");
      assertThat(verdict(bad).text("reason")).isEqualTo("MALWARE");
    }
  }

  @Test
  void theLimitsAndTheMetricsSayThatThereIsAScanner() {
    assertThat(admin("/service/operations/limits")).contains("\"malwareScan\":true");
    Await.untilAsserted(
        () -> assertThat(metrics()).contains("malware_scanner_started_total{ready=\"true\"} 1.0"));
  }

  private Form upload(String text) {
    byte[] file = text.getBytes(US_ASCII);
    Form form = driver().grant("evidence", "text/plain", file.length);
    assertThat(HttpDriver.post(form, file).status()).isBetween(200, 204);
    return form;
  }

  private JsonNode verdict(Form form) {
    Await.untilAsserted(
        () -> assertThat(state(form).text("state")).isNotIn("GRANTED", "QUARANTINED"));
    return state(form);
  }

  private JsonNode state(Form form) {
    return driver()
        .send("GET", "/service/attachments/" + form.attachmentId())
        .header("Sallyport-Receipt", form.receipt())
        .send()
        .json();
  }

  private String signIn() {
    return driver()
        .send("POST", "/auth")
        .json("{\"username\":\"ann\",\"password\":\"Password-of-ann\"}")
        .send()
        .json()
        .text("accessToken");
  }

  private String metrics() {
    return admin("/metrics");
  }

  private String admin(String path) {
    return driver().send("GET", path).as(adminToken()).send().text();
  }

  @Override
  public URI base() {
    return base;
  }

  @Override
  public String adminToken() {
    return adminToken;
  }

  @Override
  public String triagerToken() {
    throw new UnsupportedOperationException("nobody triages here");
  }

  @Override
  public String userToken() {
    throw new UnsupportedOperationException("nobody else signs in here");
  }

  @Override
  public String allowedOrigin() {
    throw new UnsupportedOperationException("no page calls here");
  }
}
