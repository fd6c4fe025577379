package dev.sallyport.http.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.HttpTarget;
import dev.sallyport.http.aws.TestServices;
import dev.sallyport.servers.CognitoLocal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Users of a pool sign in at the server that a configuration file describes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInOnCognitoLocalIT implements HttpTarget {
  private static final String PASSWORD = "Aa1-correct-horse";

  private TestServices services;
  private ConfiguredServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    CognitoLocal cognito = CognitoLocal.shared();
    String pool = cognito.pool("sign-in");
    cognito.user(pool, "tess", PASSWORD, List.of("triager"));
    services =
        TestServices.made()
            .with("cognito-endpoint", cognito.uri().toString())
            .with("user-pool-id", pool)
            .with("issuer", cognito.issuer(pool).toString())
            .with("client-id", cognito.client(pool, "sign-in"));
    server = ConfiguredServer.start(services.write(folder));
  }

  @AfterAll
  void stop() {
    server.close();
    services.close();
  }

  @Override
  public URI base() {
    return server.url();
  }

  @Override
  public String adminToken() {
    throw new UnsupportedOperationException("nobody is an admin");
  }

  @Override
  public String triagerToken() {
    Received signedIn = signIn("tess", PASSWORD);
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
    return signedIn.json().text("accessToken");
  }

  @Override
  public String userToken() {
    throw new UnsupportedOperationException("everybody is a triager");
  }

  @Override
  public String allowedOrigin() {
    throw new UnsupportedOperationException("there is none");
  }

  @Test
  void aTriagerSignsInAndListsReports() {
    HttpDriver driver = driver();
    assertThat(driver.send("GET", "/service/reports").as(triagerToken()).send().status())
        .isEqualTo(200);
    assertThat(driver.send("GET", "/service/operations/limits").as(triagerToken()).send().status())
        .isEqualTo(403);
  }

  @Test
  void nobodyLearnsWhoExists() {
    for (String name : List.of("tess", "nobody")) {
      Received refused = signIn(name, "Aa1-wrong-horse");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.json().text("code")).isEqualTo(signIn("x", "y").json().text("code"));
    }
  }

  private Received signIn(String name, String password) {
    return driver()
        .send("POST", "/auth")
        .json("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password))
        .send();
  }
}
