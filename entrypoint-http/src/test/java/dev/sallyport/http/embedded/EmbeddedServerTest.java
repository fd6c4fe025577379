package dev.sallyport.http.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpContract;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.contract.http.PictureHttpContract;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole embedded product keeps the contract of every entrypoint, over a real socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTest implements HttpContract, PictureHttpContract {
  private static final String ORIGIN = "https://portal.example.org";
  private static final String PASSWORD = "correct-horse-battery";
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private EmbeddedServer server;
  private URI base;
  private String adminToken;
  private String triagerToken;
  private String userToken;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    ListeningSocket socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    base = URI.create("http://127.0.0.1:" + socket.port());
    EmbeddedConfiguration configuration =
        new EmbeddedConfiguration(
            new DeploymentSettings(
                "0.0.0-test",
                base,
                folder,
                new CorsPolicy(Set.of(ORIGIN)),
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
                2),
            List.of(
                new InMemoryUser("ann", PASSWORD, Set.of(Role.ADMIN)),
                new InMemoryUser("tom", PASSWORD, Set.of(Role.TRIAGER)),
                new InMemoryUser("cara", PASSWORD, Set.of(Role.TRIAGER)),
                new InMemoryUser("uma", PASSWORD, Set.of())),
            1_000,
            UploadPolicy.defaults().quarantineBytes(),
            (_, name, _, code) -> codes.put(name, code));
    server =
        EmbeddedServer.create(socket, configuration, Clock.systemUTC(), new SecureIdGenerator());
    server.start();
    adminToken = signIn("ann");
    triagerToken = signIn("tom");
    userToken = signIn("uma");
  }

  @AfterAll
  void stop() {
    server.close();
    client.close();
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
    return triagerToken;
  }

  @Override
  public String userToken() {
    return userToken;
  }

  @Override
  public String allowedOrigin() {
    return ORIGIN;
  }

  @Test
  void whatUsersDoIsCountedOnTheirProfiles() throws Exception {
    String token = signIn("cara");
    Received report =
        driver()
            .send("POST", "/service/reports")
            .as(token)
            .json(
                "{\"clientReportId\":\"%s\",\"title\":\"t\",\"severity\":\"LOW\"}"
                    .formatted(HttpDriver.uniqueId()))
            .send();
    String path = "/service/reports/" + report.json().text("reportId");
    for (String text : List.of("one", "two")) {
      driver()
          .send("POST", path + "/comments")
          .as(token)
          .json("{\"text\":\"" + text + "\"}")
          .send();
    }
    driver()
        .send("PATCH", path)
        .as(token)
        .header("If-Match", "\"1\"")
        .json("{\"bookmarked\":true}")
        .send();

    Await.untilAsserted(() -> {
      JsonNode activity =
          driver().send("GET", "/api/profile/cara").as(userToken).send().json().get("activity");
      assertThat(
              List.of(
                  activity.number("reports"),
                  activity.number("comments"),
                  activity.number("triage")))
          .containsExactly(1L, 2L, 1L);
    });
  }

  @Test
  void whoRegistersIsAUserAndStaysOneUntilSignedOut() {
    String user = "\"username\":\"nia\"";
    String password = "\"password\":\"Chosen-Password-5\"";
    assertThat(
            post("/auth/register", user + "," + password + ",\"email\":\"nia@example.org\"")
                .status())
        .isEqualTo(202);
    assertThat(post("/auth", user + "," + password).status()).isEqualTo(401);
    String code = "\"code\":\"" + codes.get("nia") + "\"";
    assertThat(post("/auth/confirm", user + "," + code).status()).isEqualTo(200);
    JsonNode tokens = post("/auth", user + "," + password).json();
    String refresh = "\"refreshToken\":\"" + tokens.text("refreshToken") + "\"";

    Received renewed = post("/auth/refresh", refresh);

    assertThat(renewed.status()).isEqualTo(200);
    Received signedOut =
        driver()
            .send("POST", "/auth/signout")
            .as(renewed.json().text("accessToken"))
            .json("{" + refresh + "}")
            .send();
    assertThat(signedOut.status()).as(signedOut.text()).isEqualTo(204);
    assertThat(post("/auth/refresh", refresh).status()).isEqualTo(401);
  }

  private Received post(String path, String members) {
    return driver().send("POST", path).json("{" + members + "}").send();
  }

  private Received asset(String key) {
    return HttpDriver.fetch(base + "/storage/assets/" + key);
  }

  @Test
  void whatIsNotPublicNeedsASignature() {
    String file = "0".repeat(64) + "-512.jpg";
    assertThat(asset("public/avatars/nobody/" + file).status()).isEqualTo(404);
    assertThat(asset("reports/" + file).status()).isEqualTo(403);
    assertThat(asset("public/../reports/" + file).status()).isNotEqualTo(200);
    assertThat(asset("public/avatars/nobody/" + file + "?versionId=1").status()).isEqualTo(403);
    assertThat(HttpDriver.fetch(base + "/storage/clean/public/" + file).status()).isEqualTo(403);
  }

  @Test
  void metricsAreForAdmins() throws Exception {
    assertThat(get("/metrics", triagerToken).statusCode()).isEqualTo(403);
    HttpResponse<String> metrics = get("/metrics", adminToken);
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("http_requests_total")
        .contains("queue_messages{queue=\"sanitization\",state=\"dead\"} 0.0");
  }

  @Test
  void storeKeysAreWrittenForToolsOfTheirOwner(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.json");
    server.writeStoreKeys(file);
    assertThat(Files.readString(file)).contains(base + "/storage").contains("uploader");
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  private String signIn(String name) throws Exception {
    String body = "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/auth"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    Matcher token = ACCESS_TOKEN.matcher(answer);
    assertThat(token.find()).as(answer).isTrue();
    return token.group(1);
  }
}
