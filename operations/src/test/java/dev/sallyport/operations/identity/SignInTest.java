package dev.sallyport.operations.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final Product product = new Product();

  private Received signIn(String username, String password) {
    return product
        .send("POST", "/auth")
        .json("{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}")
        .send();
  }

  @Test
  void theRightPasswordGetsTokens() {
    Received answer = signIn("ann", "right");
    assertThat(answer.text())
        .isEqualTo(
            "{\"accessToken\":\"access\",\"idToken\":\"id\",\"refreshToken\":\"refresh\",\"expiresIn\":3600,\"tokenType\":\"Bearer\"}");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aWrongPasswordIsToldNothing() {
    Received answer = signIn("ann", "wrong");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("bad_credentials");
    assertThat(answer.text()).isEqualTo(signIn("nobody", "wrong").text());
  }

  @Test
  void aChallengeIsATypedRefusal() {
    Received answer = signIn("new", "right");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("challenge");
    assertThat(answer.body().text("challenge")).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(answer.body().text("session")).isEqualTo("session-1");
  }

  @Test
  void missingCredentialsAreNamed() {
    Received answer = product.send("POST", "/auth").json("{\"username\":\"\"}").send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("/username too_short", "/password required");
  }
}
