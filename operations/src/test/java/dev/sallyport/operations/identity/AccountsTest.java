package dev.sallyport.operations.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private static final String LONG = "x".repeat(300);

  private final Product product = new Product();

  private Received post(String path, String body) {
    return product.send("POST", path).json(body.replace('\'', '"')).send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /auth/register  | {'username':'ann','password':'right','email':'ann@example.org'} | 202
          /auth/confirm   | {'username':'ann','code':'123456'}                              | 200
          /auth/recover   | {'username':'ann'}                                              | 202
          /auth/reset     | {'username':'ann','code':'123456','newPassword':'right'}        | 200
          """)
  void whatIsDoneTellsTheNextStep(String path, String body, int status) {
    Received answer = post(path, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().text("next")).contains("POST /auth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /auth/confirm   | {'username':'ann','code':'1'}                                    | 400 | wrong_code
          /auth/reset     | {'username':'ann','code':'1','newPassword':'right'}              | 400 | wrong_code
          /auth/refresh   | {'refreshToken':'other'}                                         | 401 | bad_refresh_token
          /auth/challenge | {'username':'a','challenge':'NEW_PASSWORD_REQUIRED','session':'s','newPassword':'right'} | 401 | bad_credentials
          """)
  void secretsThatDoNotCountAreRefused(String path, String body, int status, String code) {
    Received answer = post(path, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /auth/register  | {'username':'ann','password':'weak','email':'ann@example.org'} | /password weak_password
          /auth/reset     | {'username':'ann','code':'1','newPassword':'weak'}             | /newPassword weak_password
          /auth/challenge | {'username':'a','challenge':'NEW_PASSWORD_REQUIRED','session':'s','newPassword':'weak'} | /newPassword weak_password
          /auth/register  | {'username':'a b','password':'right','email':'a@example.org'}  | /username bad_format
          /auth/register  | {'username':'ann','password':'right','email':'nowhere'}        | /email bad_format
          /auth/register  | {'username':'ann','password':'right','email':null}             | /email null_not_allowed
          /auth/register  | {'username':'ann','password':'right'}                          | /email required
          /auth/register  | {'username':'ann','password':7,'email':'a@example.org'}        | /password wrong_type
          /auth/challenge | {'username':'a','challenge':'OTHER','session':'s','newPassword':'p'} | /challenge not_allowed
          /auth/refresh   | {'refreshToken':''}                                            | /refreshToken too_short
          /auth/recover   | {'username':'ann','colour':1}                                  | /colour unknown_field
          """)
  void whatBreaksTheShapeIsNamed(String path, String body, String error) {
    Received answer = post(path, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void overLongTextsAreNamed() {
    assertThat(post("/auth/recover", "{'username':'" + LONG + "'}").errors())
        .containsExactly("/username too_long");
    assertThat(post("/auth/confirm", "{'username':'a','code':'" + LONG + "'}").errors())
        .containsExactly("/code too_long");
  }

  @Test
  void aRefreshTokenGetsTokens() {
    assertThat(post("/auth/refresh", "{'refreshToken':'refresh'}").text())
        .isEqualTo(
            "{\"accessToken\":\"access-2\",\"idToken\":\"id-2\",\"expiresIn\":3600,\"tokenType\":\"Bearer\"}");
  }

  @Test
  void anAnsweredChallengeGetsTokens() {
    Received answer =
        post(
            "/auth/challenge",
            "{'username':'new','challenge':'NEW_PASSWORD_REQUIRED','session':'session-1','newPassword':'right'}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text("accessToken")).isEqualTo("access");
  }

  @Test
  void onlyWhoIsSignedInSignsOut() {
    String body = "{\"refreshToken\":\"refresh\"}";
    assertThat(product.send("POST", "/auth/signout").json(body).send().status()).isEqualTo(401);
    Received answer = product.send("POST", "/auth/signout").as("user").json(body).send();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
  }
}
