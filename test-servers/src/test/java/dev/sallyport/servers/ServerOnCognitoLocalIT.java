package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerOnCognitoLocalIT {
  private static final CognitoLocal SERVER = CognitoLocal.shared();

  @Test
  void aUserSignsInAndTheTokenNamesThePoolAndTheGroups() throws Exception {
    String pool = SERVER.pool("people");
    String client = SERVER.client(pool, "portal");
    SERVER.user(pool, "triager", "Correct-horse-7", List.of("triagers"));
    String answer =
        AwsJson.call(
            SERVER.uri(),
            "AWSCognitoIdentityProviderService.InitiateAuth",
            out -> {
              out.writeStringField("AuthFlow", "USER_PASSWORD_AUTH");
              out.writeStringField("ClientId", client);
              out.writeObjectFieldStart("AuthParameters");
              out.writeStringField("USERNAME", "triager");
              out.writeStringField("PASSWORD", "Correct-horse-7");
              out.writeEndObject();
            });

    String token = AwsJson.text(answer, "AccessToken");
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    assertThat(AwsJson.text(claims, "iss")).isEqualTo(SERVER.issuer(pool).toString());
    assertThat(claims).contains("\"cognito:groups\":[\"triagers\"]");
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(
              http.send(
                      HttpRequest.newBuilder(
                              SERVER.issuer(pool).resolve(pool + "/.well-known/jwks.json"))
                          .build(),
                      BodyHandlers.ofString())
                  .body())
          .contains("\"keys\"");
    }
  }
}
